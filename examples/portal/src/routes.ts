/** The portal's addresses, all behind the `#`: `#/`, `#/caseload`, `#/students`, `#/case/<id>`. */
export type Route =
  | { readonly page: 'today' | 'caseload' | 'students' }
  | { readonly page: 'case'; readonly caseId: string };

export function readRoute(hash: string): Route {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'case' && id) return { page, caseId: decodeURIComponent(id) };
  if (page === 'caseload' || page === 'students') return { page };
  return { page: 'today' };
}

export function writeRoute(route: Route): string {
  if (route.page === 'case') return `#/case/${encodeURIComponent(route.caseId)}`;
  return route.page === 'today' ? '#/' : `#/${route.page}`;
}
