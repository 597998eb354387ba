/* eslint-disable no-restricted-syntax -- each is an entry of the elements' package, and a chunk of its own in the bundle */

/** How each element is fetched and registered when a page first uses its tag. */
export const loaders: Readonly<Record<string, () => Promise<unknown>>> = {};
