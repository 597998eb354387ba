interface TrustedScriptUrls {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/**
 * Registers the service worker that keeps the portal's own files. Without one everything works but a reload without a
 * connection. The pages' policy takes script addresses from the policy `ssp-portal` only.
 */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedScriptUrls };
  const policy = trustedTypes?.createPolicy('ssp-portal', { createScriptURL: () => '/sw.js' });
  navigator.serviceWorker.register(policy?.createScriptURL('/sw.js') ?? '/sw.js').catch(() => undefined);
}
