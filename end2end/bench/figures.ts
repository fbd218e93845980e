// How times are told: the middle, the slow end and the slowest, and the frames that the browser drew meanwhile.
import { type Page } from "@playwright/test";

/** The slowest the eye takes for smooth. */
const FRAME_MS = 1000 / 60;

export function summary(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2).padStart(7);
  return `median ${at(0.5)} ms   p95 ${at(0.95)} ms   worst ${at(1)} ms`;
}

/** Notes every frame from now on. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = [];
    (window as unknown as { frames: number[] }).frames = frames;
    let last = performance.now();
    const frame = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** The frames noted. */
export async function framesOf(page: Page): Promise<string> {
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  const dropped = frames.filter((took) => took > 1.5 * FRAME_MS).length;
  return `${summary(frames)}, ${dropped} of ${frames.length} dropped`;
}
