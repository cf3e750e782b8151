/** Reads the certificates that a server sent, and how they chain to trusted authorities. */
import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import * as tls from 'node:tls';
import type { ChainEnd, Link, Way } from '../../../shared/status/chain.ts';
import { longestWay } from '../../../shared/status/chain.ts';
import { quote } from '../../../shared/text/quote.ts';

/** A chain has three or four certificates; more than this are ignored. */
const sentLimit = 16;
/** Minimum sizes of trusted RSA and elliptic-curve keys, in bits. */
const minRsaBits = 2048;
const minCurveBits = 224;
/** OIDs of signatures with MD5 and SHA-1 (RFC 3279): two for RSA, one for elliptic curves. */
const weakSignatures = ['2a864886f70d010104', '2a864886f70d010105', '2a8648ce3d0401'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

/** The server's own certificate first; empty if it sent none. */
export function readSent(socket: TLSSocket): readonly X509Certificate[] {
  const sent: X509Certificate[] = [];
  let next = socket.getPeerX509Certificate();
  while (next && sent.length < sentLimit) {
    sent.push(next);
    next = next.issuerCertificate;
  }
  return sent;
}

/** The path to a trusted authority that stays valid longest; undefined if there is none. */
export function wayOf(sent: readonly X509Certificate[]): Way | undefined {
  return longestWay(
    sent.map((certificate): Link => {
      const anchor = authoritiesOf(certificate)[0];
      return {
        ...endOf(certificate),
        issuers: [...sent.keys()].filter((index) => isIssuedBy(certificate, sent[index])),
        ...(anchor ? { anchor: endOf(anchor) } : {}),
      };
    }),
  );
}

export function endOf(certificate: X509Certificate): ChainEnd {
  const validToUtcMs = Date.parse(certificate.validTo);
  return { name: nameIn(certificate.subject), validToUtcMs };
}

/** Display name of the issuer: its organisation, or else its common name. */
export function issuerOf(certificate: X509Certificate): string {
  return nameIn(certificate.issuer);
}

function nameIn(distinguishedName: string): string {
  const part = (key: string) => new RegExp(`^${key}=(.+)$`, 'm').exec(distinguishedName)?.[1];
  return quote(part('O') ?? part('CN') ?? '?');
}

/**
 * Name of the intermediate authority whose certificate the server should have sent; undefined if the chain ends at an
 * untrusted authority. From outside both cases look alike but for two signs: a public authority states in each
 * certificate where its issuer's can be downloaded, and bears the name of a trusted organisation.
 */
export function missingIssuer(sent: readonly X509Certificate[]): string | undefined {
  const [own] = sent;
  let top = own;
  // Bounded, since certificates that issue each other would loop forever.
  for (let step = 0; step < sent.length && top; step += 1) {
    const below: X509Certificate = top;
    top = sent.find((one) => one !== below && isIssuedBy(below, one)) ?? below;
  }
  if (!top || isIssuedBy(top, top)) return undefined;
  const isPublic = top === own && /^CA Issuers/m.test(top.infoAccess ?? '');
  const name = issuerOf(top);
  const isKnown = [...authorities().values()].flat().some((one) => nameIn(one.subject) === name);
  return isPublic || isKnown ? name : undefined;
}

/** Whether a key or signature in the chain is too weak. An authority's signature on itself does not matter. */
export function isWeak(sent: readonly X509Certificate[]): boolean {
  return sent.some((certificate) => {
    const { modulusLength, namedCurve } = certificate.publicKey.asymmetricKeyDetails ?? {};
    const bits = Number(/\d{3}/.exec(namedCurve ?? '')?.[0] ?? minCurveBits);
    if ((modulusLength ?? minRsaBits) < minRsaBits || bits < minCurveBits) return true;
    const isSelfSigned = isIssuedBy(certificate, certificate);
    return !isSelfSigned && weakSignatures.some((oid) => certificate.raw.includes(oid));
  });
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate | undefined): boolean {
  return issuer !== undefined && certificate.checkIssued(issuer);
}

/** Trusted authorities that may have issued this certificate. */
function authoritiesOf(certificate: X509Certificate): readonly X509Certificate[] {
  const named = authorities().get(certificate.issuer) ?? [];
  return named.filter((one) => isIssuedBy(certificate, one));
}

/** All trusted authorities, as PEM. */
export function trustedAuthorities(): readonly string[] {
  // Node 20, in older Electrons, has only its bundled list.
  const { getCACertificates } = tls as Partial<typeof tls>;
  return getCACertificates?.('default') ?? tls.rootCertificates;
}

let cachedAdditions: readonly X509Certificate[] | undefined;

/** Authorities that this machine trusts and Mozilla's list has not. Parsing them is slow, so it is done once. */
function additions(): readonly X509Certificate[] {
  const { getCACertificates } = tls as Partial<typeof tls>;
  // Node 20, in older Electrons, cannot tell. The variables would name another list than the system's.
  const { SSL_CERT_FILE, SSL_CERT_DIR } = process.env;
  if (!getCACertificates || SSL_CERT_FILE !== undefined || SSL_CERT_DIR !== undefined) return [];
  const known = new Set(trustedAuthorities());
  cachedAdditions ??= getCACertificates('system').flatMap((text) => {
    const one = known.has(text) ? undefined : readable(text);
    return one?.ca ? [one] : [];
  });
  return cachedAdditions;
}

function readable(text: string): X509Certificate | undefined {
  try {
    return new X509Certificate(text);
  } catch {
    return undefined;
  }
}

/**
 * The authorities that somebody has added to this machine and that issued one of the certificates, as PEM: those of a
 * co-op, or of a network that inspects what goes through its proxy.
 */
export function addedIssuers(sent: readonly X509Certificate[]): readonly string[] {
  const issuers = additions().filter((one) => sent.some((it) => isIssuedBy(it, one)));
  return issuers.map(String);
}

let cachedAuthorities: ReadonlyMap<string, readonly X509Certificate[]> | undefined;

/** Trusted authorities by subject. Parsing them is slow, so it is done once, and only if a chain needs checking. */
function authorities(): ReadonlyMap<string, readonly X509Certificate[]> {
  if (cachedAuthorities) return cachedAuthorities;
  const named = new Map<string, X509Certificate[]>();
  for (const text of trustedAuthorities()) {
    const one = new X509Certificate(text);
    named.set(one.subject, [...(named.get(one.subject) ?? []), one]);
  }
  cachedAuthorities = named;
  return named;
}
