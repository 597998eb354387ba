/** Whether this process should be given work, as `/readyz` tells a load balancer. */
export class Readiness {
  #reason: string | null = 'It is starting.';
  #draining = false;

  /** Why not, or null when it should. */
  get reason(): string | null {
    return this.#reason;
  }

  set(reason: string | null): void {
    if (!this.#draining) this.#reason = reason;
  }

  /** From now on it finishes what it has and takes nothing new. */
  drain(): void {
    this.#draining = true;
    this.#reason = 'It is stopping.';
  }
}
