import { userInfo } from 'node:os';

/** Who runs a command on the server's machine, as the audit log names them: `cli:<user of the machine>`. */
export function operator(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return 'cli'; // a user without a name, as in some containers
  }
}
