// The pictures of the devices that are drawn from their own words alone (about).
import { h } from '/bench.js';

const show = (card, ...parts) => card.scene.replaceChildren(h('div', { class: 'drawn' }, ...parts));
const note = text => h('p', {}, text);

/** What the device says of itself, word by word, without what has been drawn already. */
const rest = (about, ...drawn) => h('dl', { class: 'told' }, ...Object.entries(about)
  .filter(([word, value]) => value !== '' && !drawn.includes(word) && word !== 'trouble').flatMap(([word, value]) => [h('dt', {}, word), h('dd', {}, value)]));

/** Compartments with what is in them; a number is a pile, anything else a word. */
function store([name, value]) {
  const many = Number(value);
  const pile = Number.isNaN(many) ? [] : Array.from({ length: Math.min(many, 20) }, () => h('i'));
  return h('div', { class: 'store' }, h('div', { class: many === 0 ? 'pile none' : 'pile' }, ...pile), h('b', {}, value), h('span', {}, name));
}

const stores = (card, device) => show(card, h('div', { class: 'stores' }, ...Object.entries(device.about)
  .filter(([word, value]) => value !== '' && word !== 'trouble' && word !== 'fault').map(store)), note(device.about.fault || ''));

export const pictures = {
  'finger-reader': (card, device) => {
    const [finger, how] = (device.about.finger ?? '').split(' ');
    show(card, h('div', { class: 'glass' }, ...(finger ? [h('div', { class: `print ${how}` }, ...Array.from({ length: 7 }, () => h('i')))] : [])),
      note(finger ? `${finger}, ${how}` : 'no finger on the glass'));
  },
  'code-scanner': (card, device) => show(card, h('div', { class: 'window' }), note(device.about.code || 'no code shown yet')),
  'passport-reader': (card, device) => show(card, h('div', { class: device.about.document ? 'booklet' : 'booklet none' }),
    device.about.document ? rest(device.about) : note('no document on the glass')),
  'ups': (card, device) => {
    const full = Number.parseInt(device.about.battery ?? '0', 10);
    const charge = h('i', { class: full < 20 ? 'low' : '' });
    charge.style.width = `${full}%`; // as a property: the page's policy takes no style attribute
    show(card, h('div', { class: 'battery' }, charge), rest(device.about));
  },
  'cabinet': (card, device) => {
    const on = word => device.about[word] === 'open' ? 'door open' : 'door';
    show(card, h('div', { class: 'cabinet' }, h('div', { class: on('paper door') }, 'paper'), h('div', { class: on('service door') }, 'service')),
      rest(device.about, 'paper door', 'service door'));
  },
  'card-dispenser': stores, 'endorsement-machine': stores, 'locker': stores,
};
