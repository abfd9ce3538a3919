// The bench's page: asks once a second how the devices stand, redraws what changed, and plays the buttons.
import { scenes, titles, plays } from '/devices.js';

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child != null));
  return element;
}

const bench = { people: [], person: 'p01', cards: new Map() };
const find = id => document.getElementById(id);

async function ask(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export async function play(id, act, body = {}) {
  const answer = await fetch(`/devices/${id}/${act}`, { method: 'POST', body: JSON.stringify(body) });
  if (answer.status !== 204) say((await answer.json()).reason);
  await refresh();
  return answer.status === 204;
}

let saying;
function say(text) {
  const note = find('note');
  note.textContent = text;
  note.hidden = false;
  clearTimeout(saying);
  saying = setTimeout(() => { note.hidden = true; }, 5000);
}

function choose(id) {
  bench.person = id;
  for (const tile of document.querySelectorAll('.person')) {
    tile.setAttribute('aria-checked', String(tile.dataset.person === id));
  }
  const person = bench.people.find(one => one.id === id);
  find('chosen').textContent = person
    ? `${person.id} · ${person.name} · born ${person.birth} · ${person.number}${person.known ? '' : ' · unknown to the register'}`
    : '';
}

function drawPeople() {
  find('people').replaceChildren(...bench.people.map(person =>
    h('button', { class: 'person', role: 'radio', 'data-person': person.id, onclick: () => choose(person.id), title: person.name },
      h('img', { src: person.portrait, alt: '', loading: 'lazy' }), h('b', { lang: 'zh-CN' }, person.name), h('small', {}, person.id))));
  choose(bench.person);
}

function luck(id) {
  const button = (act, label, body) => h('button', { 'data-luck': act, onclick: event =>
    play(id, event.currentTarget.getAttribute('aria-pressed') === 'true' && act !== 'unplug' ? 'clear' : act, body) }, label);
  return h('div', { class: 'acts luck' }, h('span', {}, 'Bad luck'),
    button('unplug', 'Unplug'), button('replug', 'Plug in'), button('hang', 'Hang'), button('noise', 'Noise'), button('slow', 'Slow'),
    h('button', { class: 'calm', onclick: () => play(id, 'clear') }, 'All well'));
}

function build(device) {
  const log = h('div', { class: 'log' });
  const wire = h('details', { ontoggle: () => wires(device.id, log, wire) }, h('summary', {}, 'Wire'), log);
  const card = {
    chip: h('div', { class: 'chip' }), extra: h('div', { class: 'chip warn', hidden: true }),
    where: h('div', { class: 'where' }), scene: h('div', { class: 'scene' }), outs: h('div', { class: 'outs', hidden: true }),
    log, wire, drawn: '',
  };
  const acts = h('div', { class: 'acts' }, ...(plays[device.kind] ?? (() => []))(device.id, () => bench.person));
  card.luck = luck(device.id);
  find('devices').append(h('article', { 'data-device': device.id },
    h('div', { class: 'head' }, h('h2', {}, titles[device.kind] ?? device.id), card.extra, card.chip),
    card.where, card.scene, acts, card.outs, card.luck, wire));
  bench.cards.set(device.id, card);
  return card;
}

async function draw(device) {
  const card = bench.cards.get(device.id) ?? build(device);
  card.chip.textContent = device.state;
  card.chip.dataset.state = device.state;
  const trouble = [device.about.faults, device.about.trouble, device.about.waiting && `${device.about.waiting} wait`].filter(Boolean).join(' · ');
  card.extra.textContent = trouble;
  card.extra.hidden = !trouble;
  card.where.textContent = [device.driver, device.wire, device.about.paper].filter(Boolean).join(' · ');
  const unplugged = device.state === 'noDevice';
  const on = (device.about.trouble ?? '').split(' ');
  for (const button of card.luck.querySelectorAll('[data-luck]')) {
    const act = button.dataset.luck;
    button.hidden = (act === 'unplug' && unplugged) || (act === 'replug' && !unplugged);
    button.setAttribute('aria-pressed', String(on.includes(act)));
  }
  const now = JSON.stringify([device.state, device.about, device.out]);
  if (now !== card.drawn) {
    card.drawn = now;
    await scenes[device.kind]?.(card, device, bench.people, ask);
  }
  if (card.wire.open) await wires(device.id, card.log, card.wire);
}

async function wires(id, log, wire) {
  if (!wire.open) return;
  const pieces = (await ask(`/devices/${id}/wire`)).slice(-60).reverse();
  log.replaceChildren(...(pieces.length ? pieces.map(piece => {
    const hex = piece.hex.length > 160 ? `${piece.hex.slice(0, 160)}… (${piece.hex.length / 2} bytes)` : piece.hex;
    return h('div', { class: piece.way }, h('time', {}, piece.at.slice(11, 23)), h('span', {}, piece.way === 'in' ? '→' : '←'),
      h('span', {}, hex.replace(/(..)(?=[0-9a-f])/g, '$1 ')));
  }) : ['nothing yet']));
}

async function refresh() {
  const link = find('link');
  try {
    for (const device of await ask('/devices')) await draw(device);
    link.textContent = 'live';
    link.dataset.state = 'online';
  } catch (trouble) {
    link.textContent = 'the bench does not answer';
    link.dataset.state = 'offline';
  }
}

async function forever() {
  await refresh();
  setTimeout(forever, 1000);
}

find('arrive').addEventListener('click', async () => {
  await play('face-camera', 'show', { person: bench.person });
  await play('id-reader', 'present', { person: bench.person });
});
find('leave').addEventListener('click', async () => {
  await play('face-camera', 'nobody');
  const reader = (await ask('/devices')).find(device => device.id === 'id-reader');
  if (reader?.about.card) await play('id-reader', 'remove');
});
bench.people = await ask('/people');
drawPeople();
await forever();
