import type { HelmetOptions } from 'helmet';

/**
 * Security headers. Scripts only from our own files, never inline. Styles inline too, because React Aria
 * and Plot insert style elements; with images and connections kept to ourselves, a style has nowhere to
 * send anything. HTTPS is demanded only where the public address has it: on an
 * office network without it, demanding it would lock everyone out.
 */
export function securityHeaders(publicUrl: string | null): HelmetOptions {
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
  };
}
