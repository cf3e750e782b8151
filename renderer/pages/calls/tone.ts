const toneS = 1.2;
const toneHz = 440;
/** Quiet enough for headphones. */
const gain = 0.2;

/** Plays a tone on the default speaker; resolves at its end. */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: toneHz });
  const volume = new GainNode(context, { gain: 0 });
  // Fades in and out to avoid clicks.
  volume.gain.linearRampToValueAtTime(gain, 0.1);
  volume.gain.setValueAtTime(gain, toneS - 0.2);
  volume.gain.linearRampToValueAtTime(0, toneS);
  tone.connect(volume).connect(context.destination);
  tone.start();
  await new Promise((resolve) => setTimeout(resolve, toneS * 1000));
  await context.close().catch(() => undefined);
}
