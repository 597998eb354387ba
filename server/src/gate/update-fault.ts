import type { UpdateRefusal } from '@ssp-kit/protocol';

/** Why an update cannot be taken. Thrown inside the gate alone, which answers it as a value. */
export class UpdateFault extends Error {
  readonly code: UpdateRefusal;

  constructor(code: UpdateRefusal, says: string) {
    super(says);
    this.name = 'UpdateFault';
    this.code = code;
  }
}
