import { generate } from 'selfsigned';
import type { Certificate } from './http.ts';

const dayMs = 86_400_000;

/** A self-signed certificate. Days count from now and may be negative. */
export async function makeCertificate(
  options: Readonly<{ host?: string; endsInDays: number }>,
): Promise<Certificate> {
  const { host = '127.0.0.1', endsInDays } = options;
  const now = Date.now();
  const made = await generate(
    [
      { name: 'commonName', value: host },
      { name: 'organizationName', value: 'Test authority' },
    ],
    {
      keyType: 'ec',
      notBeforeDate: new Date(now - 30 * dayMs),
      // An hour more, so that "in 6 days" does not become 5 while a test runs.
      notAfterDate: new Date(now + endsInDays * dayMs + 3_600_000),
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [/^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host }],
        },
      ],
    },
  );
  return { key: made.private, cert: made.cert };
}
