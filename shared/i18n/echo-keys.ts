/**
 * Sentences whose keys are built from what a report or a server says, and may not exist. Listed here, because looking
 * them up in a catalogue would load that language for everyone.
 */
import type { MessageKey } from './en.ts';

/** `echo.blame.BLAME.FIGURE` */
export const blameKeys = [
  'echo.blame.network.round-trip',
  'echo.blame.network.jitter-up',
  'echo.blame.network.jitter-down',
  'echo.blame.network.loss-up',
  'echo.blame.network.loss-down',
  'echo.blame.network.round-trip-change',
  'echo.blame.network.sound-missing',
  'echo.blame.network.gap',
  'echo.blame.network.failure',
  'echo.blame.server.echo-share',
  'echo.blame.server.echo-returned',
  'echo.blame.server.echo-spread',
  'echo.blame.server.echo-change',
  'echo.blame.server.sound-missing',
  'echo.blame.server.gap',
  'echo.blame.server.jitter-down',
  'echo.blame.server.failure',
  'echo.blame.you.gateway',
  'echo.blame.you.gateway-loss',
  'echo.blame.you.processor',
  'echo.blame.you.stall',
  'echo.blame.you.failure',
] as const satisfies readonly MessageKey[];

/** `echo.bbb.CODE`: errors of BigBlueButton's media server. */
export const serverErrorKeys = [
  'echo.bbb.1001',
  'echo.bbb.1002',
  'echo.bbb.1003',
  'echo.bbb.1004',
  'echo.bbb.1005',
  'echo.bbb.1006',
  'echo.bbb.1007',
  'echo.bbb.1008',
  'echo.bbb.1009',
  'echo.bbb.1010',
  'echo.bbb.1011',
  'echo.bbb.1012',
  'echo.bbb.2000',
  'echo.bbb.2001',
  'echo.bbb.2002',
  'echo.bbb.2003',
  'echo.bbb.2019',
  'echo.bbb.2020',
  'echo.bbb.2021',
  'echo.bbb.2022',
  'echo.bbb.2200',
  'echo.bbb.2201',
  'echo.bbb.2202',
  'echo.bbb.2203',
  'echo.bbb.2208',
  'echo.bbb.2209',
  'echo.bbb.2210',
  'echo.bbb.2211',
  'echo.bbb.2300',
  'echo.bbb.2301',
  'echo.bbb.2302',
  'echo.bbb.2303',
] as const satisfies readonly MessageKey[];
