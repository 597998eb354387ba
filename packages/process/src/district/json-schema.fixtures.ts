/** The part of JSON Schema that district.schema.json uses. Tells the first thing that does not fit, or null. */
type Schema = Readonly<Record<string, unknown>>;

export function misfit(root: Schema, value: unknown, schema: Schema = root, at = ''): string | null {
  const { $ref, anyOf, enum: values, type, pattern, minLength, maxLength, minimum, items } = schema;
  const told = (what: string) => `${at || '/'}: ${what}`;
  if (typeof $ref === 'string') return misfit(root, value, definition(root, $ref), at);
  if (Array.isArray(anyOf)) {
    const results = anyOf.map((one: Schema) => misfit(root, value, one, at));
    return results.includes(null) ? null : (results.at(-1) ?? null);
  }
  if (Array.isArray(values) && !values.includes(value)) return told(`is none of ${values.join(', ')}`);
  if ('const' in schema && schema['const'] !== value) return told(`is not ${String(schema['const'])}`);
  if (typeof type === 'string' && !isOfType(type, value)) return told(`is no ${type}`);
  if (typeof value === 'string') {
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) return told(`does not fit ${pattern}`);
    if (value.length < Number(minLength ?? 0) || value.length > Number(maxLength ?? Number.POSITIVE_INFINITY))
      return told('is too short or too long');
  }
  if (typeof value === 'number' && value < Number(minimum ?? value)) return told('is too small');
  if (Array.isArray(value) && items)
    return firstOf(value.map((item, index) => misfit(root, item, items as Schema, `${at}/${index}`)));
  return type === 'object' ? misfitOfObject(root, value as Schema, schema, at) : null;
}

function misfitOfObject(root: Schema, value: Schema, schema: Schema, at: string): string | null {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const more = schema['additionalProperties'];
  const missing = ((schema['required'] ?? []) as readonly string[]).find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${at || '/'}: has no ${missing}`;
  return firstOf(
    Object.entries(value).map(([name, item]) => {
      const one = Object.hasOwn(properties, name) ? properties[name] : more;
      if (one === false) return `${at}/${name}: is not known`;
      return one === undefined ? null : misfit(root, item, one as Schema, `${at}/${name}`);
    }),
  );
}

function firstOf(results: readonly (string | null)[]): string | null {
  return results.find((result) => result !== null) ?? null;
}

function definition(root: Schema, ref: string): Schema {
  const name = ref.replace('#/$defs/', '');
  const found = (root['$defs'] as Readonly<Record<string, Schema>>)[name];
  if (!found) throw new Error(`the schema has no ${ref}`);
  return found;
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isSafeInteger(value);
  return typeof value === type;
}
