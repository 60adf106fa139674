// The list of a desk as its page knows it: pages that come when they are looked at, and one row that is chosen.
import type { DeskRow } from '../protocol';

const pageSize = 100;

/** No browser lays out more than some thirty million pixels; a longer list is scrolled faster than it is long. */
const tallest = 30_000_000;

/** Which rows are to be drawn, and where the first of them stands. */
export function windowOf(scrollTop: number, height: number, rowHeight: number, total: number) {
  const full = total * rowHeight;
  const tall = Math.min(full, tallest);
  const most = Math.max(0, tall - height);
  const at = Math.max(0, Math.min(scrollTop, most));
  // Where the list is scaled, the way from its top to its end stays the way from the first row to the last.
  const exact = most === 0 ? 0 : full <= tallest ? at : at / most * (full - height);
  const first = Math.max(0, Math.floor(exact / rowHeight) - 2);
  const last = Math.min(total, Math.ceil((exact + height) / rowHeight) + 2);
  return { tall, first, last, top: at - (exact - first * rowHeight) };
}

/** Where to scroll so that a row is seen. */
export function scrollFor(index: number, scrollTop: number, height: number, rowHeight: number, total: number): number {
  const full = total * rowHeight;
  const [tall, most] = [Math.min(full, tallest), Math.max(0, Math.min(full, tallest) - height)];
  const scale = full <= tallest ? 1 : most / (full - height);
  const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight];
  const exact = scrollTop / scale;
  if (top < exact) return top * scale;
  if (bottom > exact + height) return Math.min(tall, (bottom - height) * scale);
  return scrollTop;
}

/** Rows by pages; those far from what is looked at are forgotten. */
export class Queue {
  private readonly pages = new Map<number, readonly DeskRow[]>();
  private readonly asked = new Set<number>();
  private edition = 0;

  total = 0;
  /** The place of the row that is chosen; -1 where none is. */
  chosen = -1;

  constructor(
    private readonly ask: (from: number, count: number) => Promise<{ readonly from: number; readonly rows: readonly DeskRow[] }>,
    private readonly changed: () => void,
    private readonly mostPages = 40,
  ) {}

  /** The list was made anew: what was known of it is forgotten. */
  reset(total: number, chosen: number): void {
    this.edition++;
    this.pages.clear();
    this.asked.clear();
    this.total = total;
    this.chosen = total === 0 ? -1 : Math.max(0, Math.min(chosen, total - 1));
  }

  /** The row at a place, where it is known. */
  at(index: number): DeskRow | undefined {
    return this.pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /** Asks for what is not known between two places. */
  want(first: number, last: number): void {
    for (let page = Math.floor(first / pageSize); page * pageSize < Math.min(last, this.total); page++)
      if (page >= 0 && !this.pages.has(page) && !this.asked.has(page)) void this.load(page);
  }

  /** The row that is chosen, asked for where it is not known. */
  async row(): Promise<DeskRow | undefined> {
    // What was forgotten while it was asked for is asked for again: a row that nobody knows now is still listed.
    for (;;) {
      if (this.chosen < 0) return undefined;
      const { edition } = this;
      const page = Math.floor(this.chosen / pageSize);
      if (!this.pages.has(page)) await this.load(page);
      const row = this.at(this.chosen);
      if (row !== undefined || edition === this.edition) return row;
    }
  }

  /** Chooses a place; says whether that is another one. */
  choose(index: number): boolean {
    const next = this.total === 0 ? -1 : Math.max(0, Math.min(index, this.total - 1));
    const isOther = next !== this.chosen;
    this.chosen = next;
    return isOther;
  }

  /** Puts what is known of a row now in its place. */
  put(row: DeskRow): void {
    for (const [page, rows] of this.pages) {
      const at = rows.findIndex((each) => each.row === row.row);
      if (at >= 0) this.pages.set(page, rows.with(at, row));
    }
  }

  /** What is known of rows may be out of date; their places are not. */
  forget(): void {
    this.edition++;
    this.pages.clear();
    this.asked.clear();
  }

  private async load(page: number): Promise<void> {
    const { edition } = this;
    this.asked.add(page);
    try {
      const { rows } = await this.ask(page * pageSize, pageSize);
      if (edition !== this.edition) return;
      this.pages.set(page, rows);
      for (const old of this.pages.keys()) {
        if (this.pages.size <= this.mostPages) break;
        if (Math.abs(old - page) > 2) this.pages.delete(old);
      }
      this.changed();
    } finally {
      if (edition === this.edition) this.asked.delete(page);
    }
  }
}
