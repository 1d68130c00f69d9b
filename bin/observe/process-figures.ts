import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { type Family, gauge } from "@/lib/metrics/exposition";

/** How often the delay is measured; Node counts the pause itself as delay too. */
const PAUSE_MS = 20;

let delay: IntervalHistogram | undefined;

/** Begins to measure how long the event loop makes everybody wait. */
export function watchEventLoop(): void {
  delay ??= monitorEventLoopDelay({ resolution: PAUSE_MS });
  delay.enable();
}

/** The process as Node sees it; the event loop's delay is since the last time it was asked for. */
export function processFigures(version: string): Family[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const families = [
    gauge("report_feedback_build_info", "1, labelled with what runs.", [[{ version, node: process.version }, 1]]),
    gauge("process_start_time_seconds", "When the process started, in seconds since 1970.", [
      [{}, Math.round(Date.now() / 1000 - process.uptime())],
    ]),
    gauge("process_resident_memory_bytes", "Memory that the process holds.", [[{}, rss]]),
    gauge("nodejs_heap_used_bytes", "Memory of JavaScript objects.", [[{}, heapUsed]]),
    gauge("nodejs_external_memory_bytes", "Memory of buffers outside the heap.", [[{}, external]]),
    gauge("nodejs_event_loop_delay_seconds", "How late timers were since the last look.", eventLoopDelay()),
    {
      name: "process_cpu_seconds_total",
      help: "Processor time of the process.",
      type: "counter" as const,
      samples: [{ labels: {}, value: (user + system) / 1e6 }],
    },
  ];
  delay?.reset();
  return families;
}

function eventLoopDelay(): [Record<string, string>, number | null][] {
  const seconds = (nanoseconds: number) =>
    Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - PAUSE_MS / 1000) : null;
  return [
    [{ quantile: "0.5" }, delay ? seconds(delay.percentile(50)) : null],
    [{ quantile: "0.99" }, delay ? seconds(delay.percentile(99)) : null],
    [{ quantile: "1" }, delay && delay.max > 0 ? seconds(delay.max) : null],
  ];
}
