// Draws the part of the list that is seen, in rows that are used again.
import type { DeskRow } from '../protocol';
import { scrollFor, windowOf, type Queue } from './queue';

/** How tall a row is; the style sheet says the same. */
export const rowHeight = 46;

const stateWords: Readonly<Record<DeskRow['state'], readonly [sign: string, word: string]>> = {
  flagged: ['✗', 'wrong'], accepted: ['✔', 'accepted'], dismissed: ['⊘', 'dismissed'], asked: ['?', 'asked'],
  right: ['✓', 'right'], clean: ['○', 'nothing found'], unread: ['!', 'not read'],
};

/** A list of any length in a box that scrolls; a listbox to a screen reader. */
export class RowList {
  private readonly pool: HTMLElement[] = [];
  private frame = 0;

  constructor(private readonly box: HTMLElement, private readonly inner: HTMLElement, private readonly queue: Queue,
    choose: (index: number) => void) {
    box.addEventListener('scroll', () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(box);
    inner.addEventListener('click', ({ target }) => {
      const row = (target as HTMLElement).closest<HTMLElement>('[data-index]');
      if (row !== null) choose(Number(row.dataset['index']));
    });
  }

  /** Draws before the next frame. */
  draw(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.drawNow();
    });
  }

  /** Scrolls as little as is needed to show the chosen row. */
  reveal(): void {
    const { box, queue } = this;
    if (queue.chosen < 0) return;
    // The box must be as tall as the list before it can scroll there.
    this.inner.style.height = `${windowOf(0, box.clientHeight, rowHeight, queue.total).tall}px`;
    box.scrollTop = scrollFor(queue.chosen, box.scrollTop, box.clientHeight, rowHeight, queue.total);
    this.draw();
  }

  private drawNow(): void {
    const { box, inner, queue, pool } = this;
    const { tall, first, last, top } = windowOf(box.scrollTop, box.clientHeight, rowHeight, queue.total);
    inner.style.height = `${tall}px`;
    queue.want(first, last);
    while (pool.length < last - first) pool.push(this.make());
    pool.forEach((element, at) => {
      const index = first + at;
      element.hidden = index >= last;
      if (index < last) this.fill(element, index, top + at * rowHeight);
    });
    const chosen = queue.chosen >= first && queue.chosen < last ? `row-${queue.chosen}` : '';
    if (chosen === '') box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', chosen);
  }

  private make(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'row';
    element.setAttribute('role', 'option');
    for (const name of ['sign', 'name', 'more', 'why']) {
      const part = document.createElement('span');
      part.className = name;
      element.append(part);
    }
    this.inner.append(element);
    return element;
  }

  private fill(element: HTMLElement, index: number, top: number): void {
    const row = this.queue.at(index);
    const isChosen = index === this.queue.chosen;
    element.style.transform = `translateY(${top}px)`;
    element.id = `row-${index}`;
    element.dataset['index'] = String(index);
    element.dataset['state'] = row?.state ?? '';
    element.setAttribute('aria-selected', String(isChosen));
    element.setAttribute('aria-posinset', String(index + 1));
    element.setAttribute('aria-setsize', String(this.queue.total));
    const [sign, word] = row === undefined ? ['…', 'loading'] : stateWords[row.state];
    const more = row === undefined ? '' : [row.mark === undefined ? '' : `${row.mark}/4`, row.notes > 0 ? `✎${row.notes}` : '']
      .filter((each) => each !== '').join(' ');
    [sign, row?.name ?? '', more, row?.why ?? ''].forEach((text, at) => {
      const part = element.children[at]!;
      if (part.textContent !== text) part.textContent = text;
    });
    element.setAttribute('aria-label', row === undefined ? 'loading' : [row.name, word,
      row.mark === undefined ? '' : `mark ${row.mark} of 4`, row.notes > 0 ? `${row.notes} notes` : '', row.why]
      .filter((each) => each !== '').join(', '));
  }
}
