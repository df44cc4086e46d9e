// Time series of one stage, drawn by uPlot. Series differ in colour and in dash, so that colour alone says nothing.

import uPlot from "./vendor/uPlot.esm.js";
import { el, setAttribute } from "./dom.js";
import { bareMillis, count, rate } from "./format.js";

const WINDOW_S = 300;
const HEIGHT = 150;
const CURSORS = uPlot.sync("stage");

const CHARTS = [
  { title: "Rates, a second", format: rate, series: [
    { field: "offered", label: "offered", colour: "--chart-quiet", dash: [4, 3] },
    { field: "admitted", label: "admitted", colour: "--chart-main" },
    { field: "refusedTotal", label: "refused", colour: "--chart-hot", dash: [8, 3, 2, 3] },
  ] },
  { title: "In flight and queued", format: count, series: [
    { field: "width", label: "limit", colour: "--chart-quiet", dash: [4, 3] },
    { field: "inFlight", label: "in flight", colour: "--chart-main" },
    { field: "queued", label: "queued", colour: "--chart-busy", dash: [8, 3, 2, 3] },
  ] },
  { title: "Milliseconds", format: bareMillis, series: [
    { field: "targetMs", label: "promise", colour: "--chart-quiet", dash: [4, 3] },
    { field: "p50Ms", label: "p50", colour: "--chart-light", dash: [2, 2] },
    { field: "p99Ms", label: "p99", colour: "--chart-main" },
    { field: "waitMs", label: "wait", colour: "--chart-busy", dash: [8, 3, 2, 3] },
  ] },
];

/** The three charts of the chosen stage. */
export class Charts {
  #root;
  #charts;

  constructor(root) {
    this.#root = root;
    this.#charts = CHARTS.map((chart) => {
      const canvas = el("div.chart-canvas", { role: "img" });
      const figure = el("figure.chart", {}, el("figcaption", {}, chart.title), canvas);
      root.append(figure);
      return { ...chart, canvas, plot: null };
    });
    new ResizeObserver(() => this.#fit()).observe(root);
    // Colours are read when a chart is made.
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#remake());
  }

  /** Draws what the history knows of the stage. */
  draw(history, key) {
    for (const chart of this.#charts) {
      const data = history.of(key, chart.series.map(({ field }) => field));
      chart.plot ??= this.#make(chart);
      const end = data[0].at(-1) ?? Date.now() / 1000;
      chart.plot.batch(() => {
        chart.plot.setData(data, false);
        chart.plot.setScale("x", { min: end - WINDOW_S, max: end });
      });
      // Without a cursor the legend says what is now.
      if (chart.plot.cursor.left < 0 && data[0].length > 0) {
        chart.plot.setLegend({ idx: data[0].length - 1 });
      }
      setAttribute(chart.canvas, "aria-label", heard(chart, data));
    }
  }

  #make(chart) {
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const axis = {
      stroke: colour("--muted"),
      grid: { stroke: colour("--line"), width: 1 },
      ticks: { stroke: colour("--line"), width: 1, size: 4 },
      font: "11px system-ui, sans-serif",
    };
    return new uPlot({
      width: Math.max(200, chart.canvas.clientWidth),
      height: HEIGHT,
      padding: [8, 18, 0, 0],
      cursor: { sync: { key: CURSORS.key }, drag: { x: false, y: false }, points: { size: 5 } },
      scales: { x: { time: true, auto: false }, y: { range: (plot, min, max) => [0, Math.max(1, max ?? 1) * 1.08] } },
      legend: { markers: { width: 2, fill: null, dash: (plot, index) => (chart.series[index - 1]?.dash ? "dashed" : "solid") } },
      axes: [
        { ...axis, size: 24, space: 60, values: (plot, ticks) => ticks.map((tick) => hourAndMinute(tick)) },
        { ...axis, size: 44, space: 28, values: (plot, ticks) => ticks.map((tick) => chart.format(tick)) },
      ],
      series: [
        { label: "at", value: (plot, at) => (at === null ? "" : new Date(at * 1000).toLocaleTimeString("en-GB")) },
        ...chart.series.map(({ label, colour: name, dash }) => ({
          label,
          stroke: colour(name),
          dash,
          width: 1.5,
          spanGaps: false,
          points: { show: false },
          value: (plot, value) => (value === null || value === undefined ? "–" : chart.format(value)),
        })),
      ],
    }, [[], ...chart.series.map(() => [])], chart.canvas);
  }

  #fit() {
    for (const { plot, canvas } of this.#charts) {
      if (plot !== null && canvas.clientWidth > 0 && plot.width !== canvas.clientWidth) {
        plot.setSize({ width: canvas.clientWidth, height: HEIGHT });
      }
    }
  }

  #remake() {
    for (const chart of this.#charts) {
      const data = chart.plot?.data;
      chart.plot?.destroy();
      chart.plot = null;
      if (data !== undefined) {
        chart.plot = this.#make(chart);
        chart.plot.setData(data);
      }
    }
  }
}

function hourAndMinute(second) {
  const at = new Date(second * 1000);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(at.getHours())}:${two(at.getMinutes())}${at.getSeconds() === 0 ? "" : `:${two(at.getSeconds())}`}`;
}

/** What the picture shows, in words: the newest value and the greatest of each line. */
function heard(chart, data) {
  const lines = chart.series.map(({ label }, index) => {
    const known = data[index + 1].filter((value) => value !== null);
    return known.length === 0
      ? `${label} unknown`
      : `${label} ${chart.format(known.at(-1))}, at most ${chart.format(Math.max(...known))}`;
  });
  return `${chart.title} in the last five minutes: ${lines.join("; ")}`;
}
