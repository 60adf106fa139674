// The list of a desk: pages asked for once and only where one looks, a chosen row that stays, a window that fits any length.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importSource } from '../support/typescript.mjs';

const { Queue, scrollFor, windowOf } = await importSource('desk/queue');

const settled = () => new Promise((resolve) => setTimeout(resolve));
const row = (at, state = 'flagged') => ({ row: at, name: `t${at}`, state, why: '', steps: 1, findings: 1, notes: 0 });

function made(total, mostPages) {
  const asked = [];
  const queue = new Queue(async (from, count) => {
    asked.push(from);
    return { from, rows: Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, at) => row(from + at)) };
  }, () => {}, mostPages);
  queue.reset(total, 0);
  return { queue, asked };
}

test('what is looked at is asked for once, and what is far is forgotten', async () => {
  const { queue, asked } = made(10_000, 5);
  queue.want(0, 20);
  queue.want(5, 30);
  queue.want(95, 120);
  await settled();
  assert.deepEqual(asked, [0, 100]);
  assert.equal(queue.at(110).name, 't110');
  assert.equal(queue.at(250), undefined);
  for (let at = 1_000; at < 9_000; at += 1_000) queue.want(at, at + 10);
  await settled();
  assert.equal(queue.at(0), undefined);
  assert.equal(queue.at(8_005).name, 't8005');
  queue.want(9_990, 20_000);
  await settled();
  assert.ok(asked.every((from) => from < 10_000));
});

test('the chosen row stays within the list and is fetched where it is not known', async () => {
  const { queue } = made(250);
  assert.equal(queue.choose(-5), false);
  assert.equal(queue.choose(1e9), true);
  assert.equal(queue.chosen, 249);
  assert.equal((await queue.row()).name, 't249');
  queue.reset(0, 3);
  assert.equal(queue.chosen, -1);
  assert.equal(await queue.row(), undefined);
});

test('a row that is forgotten while it is asked for is asked for again', async () => {
  const { queue, asked } = made(50);
  const fetched = queue.row();
  queue.forget();
  assert.equal((await fetched).name, 't0');
  assert.deepEqual(asked, [0, 0]);
});

test('an answer about a list that is gone is dropped, and a row that changed is put in its place', async () => {
  const { queue } = made(250);
  queue.want(0, 10);
  queue.reset(250, 7);
  await settled();
  assert.equal(queue.at(0), undefined);
  queue.want(0, 10);
  await settled();
  queue.put(row(3, 'accepted'));
  assert.equal(queue.at(3).state, 'accepted');
  assert.equal(queue.at(4).state, 'flagged');
  assert.equal(queue.chosen, 7);
  queue.forget();
  assert.equal(queue.at(3), undefined);
  assert.equal(queue.chosen, 7);
});

test('a window holds what is seen, from the first row to the last, however long the list is', () => {
  for (const total of [0, 1, 3, 100, 10_000, 5_000_000]) {
    const { tall } = windowOf(0, 600, 46, total);
    assert.ok(tall <= 30_000_000);
    for (const share of [0, 0.3, 0.77, 1]) {
      const { first, last, top } = windowOf(share * Math.max(0, tall - 600), 600, 46, total);
      assert.ok(first >= 0 && last <= total && last - first <= 600 / 46 + 6, `${total} ${share} ${first} ${last}`);
      if (total > 0) assert.ok(top >= -1e-6 && (last === total || top + (last - first) * 46 >= share * (tall - 600) + 600), `${total} ${share}`);
    }
    if (total > 0) assert.equal(windowOf(tall, 600, 46, total).last, total);
  }
});

test('scrolling to a row shows it, and one that is seen moves nothing', () => {
  for (const total of [100, 10_000, 5_000_000])
    for (const index of [0, 7, Math.floor(total / 2), total - 1]) {
      const at = scrollFor(index, 0, 600, 46, total);
      const { first, last } = windowOf(at, 600, 46, total);
      assert.ok(first <= index && index < last, `${total} ${index}: ${first} to ${last}`);
    }
  assert.equal(scrollFor(5, 100, 600, 46, 10_000), 100);
});
