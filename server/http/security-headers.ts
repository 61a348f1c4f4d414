import type { RequestHandler } from 'express';
import type { HelmetOptions } from 'helmet';

/** A year, as browsers' preload lists ask; only for this very host. */
const HSTS_SECONDS = 31_536_000;

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
    strictTransportSecurity: isHttps ? { maxAge: HSTS_SECONDS, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    // Browsers heed this on HTTPS and on localhost; elsewhere they ignore it.
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    originAgentCluster: isHttps,
  };
}

/** Where an interview was held and what an instrument asks a photo of; a code to scan. Nothing else, and no frames. */
const FEATURES = {
  geolocation: '(self)',
  camera: '(self)',
  microphone: '()',
  payment: '()',
  usb: '()',
  serial: '()',
  bluetooth: '()',
  'display-capture': '()',
  'browsing-topics': '()',
} as const;
const PERMISSIONS_POLICY = Object.entries(FEATURES)
  .map(([feature, who]) => `${feature}=${who}`)
  .join(', ');

/** What pages may ask the device for. Helmet leaves this header to each application. */
export const permissionsPolicy: RequestHandler = (_request, response, next) => {
  response.setHeader('Permissions-Policy', PERMISSIONS_POLICY);
  next();
};
