import { textWithin, type XmlNode } from '../xml-records.js';

const parts = ['SchoolId', 'SchoolYear', 'SessionName', 'LocalCourseCode', 'SectionIdentifier'];

/** A section's whole key, since its identifier alone is unique only within a course of a session; null when a part is missing. */
export function sectionKey(node: XmlNode): string | null {
  const texts = parts.map((name) => textWithin(node, name));
  return texts.includes(null) ? null : texts.join('/');
}
