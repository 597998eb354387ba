/**
 * Where the server is when a page does not say: the folder above the one this bundle was loaded from, `…/embed/ssp.js`.
 * The entry module names itself; `document.currentScript` is null in modules and in pages that fetch their scripts.
 */
let bundle: string | null = null;

export function setBundleAddress(address: string): void {
  bundle ??= address;
}

/** `http(s)://host[/path]` without a slash at the end, from what the page says (also a relative address) or from the bundle's own address. */
export function serverAddress(said: string | null | undefined): string {
  const address = said ? new URL(said, document.baseURI) : new URL('..', bundle ?? document.baseURI);
  return `${address.origin}${address.pathname}`.replace(/\/+$/, '');
}
