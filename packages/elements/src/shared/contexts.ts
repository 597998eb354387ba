import { createContext } from '@lit/context';
import type { Session } from '@ssp-kit/session/contract';

/** The session that `ssp-session` gives to everything below it. The key is global, so that two copies of the kit on one page agree. */
export const sessionContext = createContext<Session | null>(Symbol.for('ssp-kit.session'));
