/** Certificate authorities and what they issue, valid and invalid: real certificates, made on the fly. */
import * as x509 from '@peculiar/x509';

const dayMs = 86_400_000;
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const rsa = (bits: number) =>
  ({
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: bits,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  }) as const;

export type Issued = Readonly<{
  /** The certificate as PEM. */
  cert: string;
  /** Its private key as PEM. */
  key: string;
  keys: CryptoKeyPair;
  subject: string;
}>;

export type CertificateOptions = Readonly<{
  /** Name of the organisation or the host. */
  name: string;
  /** The issuer; self-signed when left out. */
  by?: Issued;
  /** May issue others. */
  isAuthority?: boolean;
  /** Reuses a key under another certificate, as when an authority is cross-signed. */
  keys?: CryptoKeyPair;
  /** Validity in days from now; an hour more at the end, so that no day ends while a test runs. */
  fromDays?: number;
  endsInDays?: number;
  rsaBits?: number;
  hash?: 'SHA-1' | 'SHA-256';
  /** For client authentication, not servers. */
  isForClients?: boolean;
  /** Where to download its issuer's certificate. */
  issuerUrl?: string;
}>;

export async function issue(options: CertificateOptions): Promise<Issued> {
  const { name, by, isAuthority = false, rsaBits } = options;
  const keys =
    options.keys ?? (await crypto.subtle.generateKey(rsaBits ? rsa(rsaBits) : curve, true, usages));
  const subject = isAuthority ? `O=${name}` : `CN=${name}`;
  const signer = by?.keys ?? keys;
  const now = Date.now();
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString('hex'),
    subject,
    issuer: by?.subject ?? subject,
    notBefore: new Date(now + (options.fromDays ?? -365) * dayMs),
    notAfter: new Date(now + (options.endsInDays ?? 365) * dayMs + 3_600_000),
    publicKey: keys.publicKey,
    signingKey: signer.privateKey,
    signingAlgorithm: { ...signer.privateKey.algorithm, hash: options.hash ?? 'SHA-256' },
    extensions: await extensionsOf(options, keys, signer),
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { cert: certificate.toString('pem'), key: pem(key), keys, subject };
}

const usages: KeyUsage[] = ['sign', 'verify'];

async function extensionsOf(
  { name, isAuthority = false, isForClients = false, issuerUrl }: CertificateOptions,
  keys: CryptoKeyPair,
  signer: CryptoKeyPair,
): Promise<x509.Extension[]> {
  const { clientAuth, serverAuth } = x509.ExtendedKeyUsage;
  const [own, issuers] = await Promise.all([
    x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false),
    x509.AuthorityKeyIdentifierExtension.create(signer.publicKey, false),
  ]);
  const common = [new x509.BasicConstraintsExtension(isAuthority, undefined, true), own, issuers];
  if (isAuthority) {
    const flags = x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign;
    return [...common, new x509.KeyUsagesExtension(flags, true)];
  }
  return [
    ...common,
    new x509.ExtendedKeyUsageExtension([isForClients ? clientAuth : serverAuth]),
    new x509.SubjectAlternativeNameExtension([
      { type: 'dns', value: name },
      { type: 'ip', value: '127.0.0.1' },
    ]),
    ...(issuerUrl ? [new x509.AuthorityInfoAccessExtension({ caIssuers: [issuerUrl] })] : []),
  ];
}

function pem(key: ArrayBuffer): string {
  const lines = Buffer.from(key).toString('base64').replaceAll(/.{64}/g, '$&\n');
  return `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`;
}
