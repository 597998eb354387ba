/** The kind of a document by its id: `plan` of `plan-2`. */
export function kindOf(document: string): string {
  return document.split('-')[0] as string;
}
