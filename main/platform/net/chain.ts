/** Reads the certificates that a server sent, and how they hang together with the authorities that are trusted. */
import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import * as tls from 'node:tls';
import type { ChainEnd, Link, Way } from '../../../shared/status/chain.ts';
import { longestWay } from '../../../shared/status/chain.ts';
import { quote } from '../../../shared/text/quote.ts';

/** A chain has three or four; what a server sends beyond this is not looked at. */
const sentAtMost = 16;
/** Shorter keys of RSA, and of elliptic curves, are not trusted any more; in bits. */
const rsaBits = 2048;
const curveBits = 224;
/** Signatures with MD5 and SHA-1, as they stand in a certificate (RFC 3279): with RSA, and with elliptic curves. */
const weakSignatures = ['2a864886f70d010104', '2a864886f70d010105', '2a8648ce3d0401'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

/** In the order in which the server sent them, its own first; empty when it sent none. */
export function readSent(socket: TLSSocket): readonly X509Certificate[] {
  const sent: X509Certificate[] = [];
  let next = socket.getPeerX509Certificate();
  while (next && sent.length < sentAtMost) {
    sent.push(next);
    next = next.issuerCertificate;
  }
  return sent;
}

/** The way to a trusted authority that holds longest; undefined when there is none. */
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

/** Its authority: the name of the organisation, or else its own; for a member. */
export function issuerOf(certificate: X509Certificate): string {
  return nameIn(certificate.issuer);
}

function nameIn(distinguishedName: string): string {
  const part = (key: string) => new RegExp(`^${key}=(.+)$`, 'm').exec(distinguishedName)?.[1];
  return quote(part('O') ?? part('CN') ?? '?');
}

/**
 * The name of the authority whose certificate the server forgot to send; undefined when the chain ends at an authority
 * that is not trusted. From outside both look alike, but for two signs: who issues publicly tells in each certificate
 * where its issuer's is to be had, and bears the name of an organisation that is trusted.
 */
export function missingIssuer(sent: readonly X509Certificate[]): string | undefined {
  const [own] = sent;
  let top = own;
  // Bounded by the number of certificates: a circle would go on for ever.
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

/** Whether a key or a signature of the chain is too weak to be believed. An authority's own signature says nothing. */
export function isWeak(sent: readonly X509Certificate[]): boolean {
  return sent.some((certificate) => {
    const { modulusLength, namedCurve } = certificate.publicKey.asymmetricKeyDetails ?? {};
    const bits = Number(/\d{3}/.exec(namedCurve ?? '')?.[0] ?? curveBits);
    if ((modulusLength ?? rsaBits) < rsaBits || bits < curveBits) return true;
    const isSelfSigned = isIssuedBy(certificate, certificate);
    return !isSelfSigned && weakSignatures.some((oid) => certificate.raw.includes(oid));
  });
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate | undefined): boolean {
  return issuer !== undefined && certificate.checkIssued(issuer);
}

/** The trusted authorities that may have issued it. */
function authoritiesOf(certificate: X509Certificate): readonly X509Certificate[] {
  const named = authorities().get(certificate.issuer) ?? [];
  return named.filter((one) => isIssuedBy(certificate, one));
}

/** All authorities that are trusted, as PEM. */
export function trustedAuthorities(): readonly string[] {
  // Node 20, of older Electrons, knows only those that it brings.
  const { getCACertificates } = tls as Partial<typeof tls>;
  return getCACertificates?.('default') ?? tls.rootCertificates;
}

let known: ReadonlyMap<string, readonly X509Certificate[]> | undefined;

/** All that are trusted, by name. Reading them takes long, hence only where a chain has to be looked at, and once. */
function authorities(): ReadonlyMap<string, readonly X509Certificate[]> {
  if (known) return known;
  const named = new Map<string, X509Certificate[]>();
  for (const text of trustedAuthorities()) {
    const one = new X509Certificate(text);
    named.set(one.subject, [...(named.get(one.subject) ?? []), one]);
  }
  known = named;
  return named;
}
