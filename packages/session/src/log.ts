/** Where the session tells what a developer may want to know. Never a person's words. */
export interface Log {
  debug(message: string, detail?: unknown): void;
  warn(message: string, detail?: unknown): void;
}

/** The default: nothing is printed. */
export const silentLog: Log = {
  debug: () => undefined,
  warn: () => undefined,
};
