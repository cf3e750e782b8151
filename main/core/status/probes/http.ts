import type { HttpProbe } from '../../../../shared/coop/probe.ts';
import { judgeCertificate } from '../../../../shared/status/certificate.ts';
import { judgeAnswer, needsBody } from '../../../../shared/status/expect.ts';
import type { Observation } from '../../../../shared/observation/observation.ts';
import { mayRefuse } from '../../../../shared/status/refusal.ts';
import type { Net } from '../../../platform/net/index.ts';
import { remarksOn, textOf } from '../../../platform/net/request.ts';

/** More than a health check should return. */
const bodyLimitBytes = 256 * 1024;
const redirectLimit = 5;

/** Throws NetError if there is no answer to judge. */
export async function probeHttp(
  net: Net,
  probe: HttpProbe,
  signal: AbortSignal,
): Promise<Observation> {
  const answer = await net.request({
    url: probe.url,
    method: probe.method,
    signal,
    phaseMs: probe.timeoutMs,
    bodyBytes: (status) => (needsBody(probe.expect) || mayRefuse(status) ? bodyLimitBytes : 0),
    redirects: probe.followRedirects ? redirectLimit : 0,
    trust: probe.certificate.trust,
    isCheck: true,
  });
  const { timings, certificate, proxy, checked } = answer;
  const nowUtcMs = Date.now();
  const judged = judgeAnswer(
    {
      url: answer.url,
      status: answer.status,
      headers: answer.headers,
      ...textOf(answer),
      isCutShort: checked?.remarks.includes('cut-short') ?? false,
      firstByteMs: timings.firstByte ?? 0,
      followedRedirects: probe.followRedirects,
    },
    probe.expect,
    nowUtcMs,
  );
  const ending = certificate && judgeCertificate(certificate, probe.certificate.warnDays, nowUtcMs);
  const verdict = judged.verdict === 'up' && ending ? ending : judged;
  return {
    ...verdict,
    timings,
    ...(certificate ? { certificate } : {}),
    ...(proxy ? { proxy } : {}),
    ...remarksOn(answer),
  };
}
