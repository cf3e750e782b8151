const toneS = 1.2;
/** Concert pitch, quiet enough for headphones. */
const toneHz = 440;
const gain = 0.2;

/** Plays one tone on the system's speaker; resolves at its end. */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: toneHz });
  const volume = new GainNode(context, { gain: 0 });
  // Fades in and out: a sudden tone starts with a click.
  volume.gain.linearRampToValueAtTime(gain, 0.1);
  volume.gain.setValueAtTime(gain, toneS - 0.2);
  volume.gain.linearRampToValueAtTime(0, toneS);
  tone.connect(volume).connect(context.destination);
  tone.start();
  await new Promise((resolve) => setTimeout(resolve, toneS * 1000));
  await context.close().catch(() => undefined);
}
