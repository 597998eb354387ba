import { noProcess, type Process } from '@ssp-kit/process';

/** The server's process, for a page that has no session yet; one without rows when the server does not answer. */
export async function serverProcess(): Promise<Process> {
  try {
    const response = await fetch('/api/process', { headers: { accept: 'application/json' }, cache: 'no-cache' });
    return response.ok ? { ...noProcess, ...((await response.json()) as Process) } : noProcess;
  } catch {
    return noProcess; // codes are shown in the place of labels
  }
}
