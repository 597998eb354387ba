/** The version every element of this build carries. */
export const version = '0.1.0';

const versionKey = Symbol.for('ssp-kit.version');

/**
 * Registers an element once. A page that loads the kit twice keeps the first definition and gets one warning where the
 * versions differ or the tag belongs to something else.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (known === undefined) {
    Object.defineProperty(element, versionKey, { value: version });
    customElements.define(tag, element);
    return;
  }
  if (known === element) return;
  const other: unknown = Reflect.get(known, versionKey);
  if (other === version) return;
  const whose = typeof other === 'string' ? `SSP Kit ${other}` : 'another library';
  console.warn(`<${tag}> is defined by ${whose} already; the one of SSP Kit ${version} is not used.`);
}
