/** Gets sound out of an AudioContext in blocks that know their place in time. */

type OnBlock = (frame: number, block: Float32Array) => void;

/** 43 ms: a message for every 128 frames would wake the page 375 times a second. */
const blockFrames = 2048;

/** A single late block says only that the page was busy. */
const lateBlocks = 8;

const worklet = `
class Capture extends AudioWorkletProcessor {
  block = new Float32Array(${blockFrames});
  filled = 0;
  first = 0;
  process([input]) {
    const samples = input && input[0];
    if (!samples) return true;
    if (this.filled === 0) this.first = currentFrame;
    this.block.set(samples, this.filled);
    this.filled += samples.length;
    if (this.filled === ${blockFrames}) {
      this.port.postMessage({ frame: this.first, block: this.block });
      this.block = new Float32Array(${blockFrames});
      this.filled = 0;
    }
    return true;
  }
}
registerProcessor('capture', Capture);
`;

export async function captureBlocks(
  context: AudioContext,
  source: AudioNode,
  onBlock: OnBlock,
): Promise<void> {
  const url = URL.createObjectURL(new Blob([worklet], { type: 'text/javascript' }));
  try {
    await context.audioWorklet.addModule(url);
  } catch {
    // The page's policy may forbid scripts from a blob.
    return captureOnPage(context, source, onBlock);
  } finally {
    URL.revokeObjectURL(url);
  }
  const node = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0 });
  node.port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { frame, block } = data as Readonly<{ frame: number; block: Float32Array }>;
    onBlock(frame, block);
  });
  node.port.start();
  source.connect(node);
}

/**
 * The older way, which runs on the page's own thread: a block is lost when that is busy. Blocks are counted; only when
 * the time at which they are to be played stays ahead of the count were some lost.
 */
function captureOnPage(context: AudioContext, source: AudioNode, onBlock: OnBlock): void {
  const node = context.createScriptProcessor(blockFrames, 1, 1);
  let next: number | undefined;
  let ahead: readonly number[] = [];
  node.addEventListener('audioprocess', ({ inputBuffer, playbackTime }) => {
    const told = Math.round(playbackTime * context.sampleRate) - 2 * blockFrames;
    next ??= told;
    ahead = [...ahead, told - next].slice(-lateBlocks);
    const lost = Math.floor(Math.min(...ahead) / blockFrames);
    if (ahead.length === lateBlocks && lost > 0) {
      next += lost * blockFrames;
      ahead = [];
    }
    onBlock(next, inputBuffer.getChannelData(0).slice());
    next += blockFrames;
  });
  source.connect(node);
  // It runs only while it is connected to an end; it puts out silence.
  node.connect(context.destination);
}
