import { ContextRoot } from '@lit/context';

/**
 * Elements that wake up before their `ssp-session` does ask once and are remembered here until it is there. One for the
 * page, also when the bundle is loaded twice; it hears nothing but context events.
 */
const key = Symbol.for('ssp-kit.context-root');

if (!Reflect.has(globalThis, key)) {
  const root = new ContextRoot();
  root.attach(document.documentElement);
  Reflect.set(globalThis, key, root);
}
