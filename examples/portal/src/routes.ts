/** The portal's addresses, all behind the `#`: `#/`, `#/caseload`, `#/students`, `#/case/<id>`, `#/case/<id>/<document>`. */
export type Route =
  | { readonly page: 'today' | 'caseload' | 'students' }
  | { readonly page: 'case'; readonly caseId: string; readonly document?: string };

export function readRoute(hash: string): Route {
  const [page, id, document] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'case' && id) {
    const caseId = decodeURIComponent(id);
    return document ? { page, caseId, document: decodeURIComponent(document) } : { page, caseId };
  }
  if (page === 'caseload' || page === 'students') return { page };
  return { page: 'today' };
}

export function writeRoute(route: Route): string {
  if (route.page === 'case') {
    const parts = route.document === undefined ? [route.caseId] : [route.caseId, route.document];
    return `#/case/${parts.map(encodeURIComponent).join('/')}`;
  }
  return route.page === 'today' ? '#/' : `#/${route.page}`;
}
