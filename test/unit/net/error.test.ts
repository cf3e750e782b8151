import { expect, test } from 'vitest';
import { toNetError } from '../../../main/platform/net/error.ts';

/** Error codes of libuv, of Node's OpenSSL and of Electron's BoringSSL, which has its own names. */
test.each([
  ['ECONNREFUSED', 'refused'],
  ['ECONNABORTED', 'reset'],
  ['ENETUNREACH', 'unreachable'],
  ['EACCES', 'unreachable'],
  ['EPERM', 'unreachable'],
  ['EAFNOSUPPORT', 'unreachable'],
  ['EMFILE', 'internal'],
  ['ENOBUFS', 'internal'],
  ['ENOTFOUND', 'dns-not-found'],
  ['EAI_AGAIN', 'dns-failed'],
  ['HPE_INVALID_CONSTANT', 'protocol'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls-too-old'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-too-old'],
  ['ERR_SSL_DH_KEY_TOO_SMALL', 'tls-too-old'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls-client-certificate'],
  ['ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED', 'tls-client-certificate'],
  ['ERR_SSL_KEY_USAGE_BIT_INCORRECT', 'certificate-invalid'],
  ['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'tls-unknown-name'],
  ['ERR_SSL_TLSV1_ALERT_UNRECOGNIZED_NAME', 'tls-unknown-name'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
  ['EPROTO', 'tls-failed'],
])('%s is %s', (code, expected) => {
  const error = Object.assign(new Error('x'), { code });
  expect(toNetError(error, 'a.example').reason.code).toBe(expected);
});
