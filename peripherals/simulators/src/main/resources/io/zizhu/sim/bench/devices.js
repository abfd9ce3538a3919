// How each kind of device looks, and the buttons it has. A kind that is not here still shows state, wire and bad luck.
import { h, play } from '/bench.js';
import { pictures } from '/pictures.js';

export const titles = {
  'id-reader': 'ID card reader', 'face-camera': 'Face camera', 'document-camera': 'Document camera', 'finger-reader': 'Fingerprint reader', 'pay-pad': 'Pay pad',
  'certificate-printer': 'Certificate printer (A4)', 'receipt-printer': 'Receipt printer (80 mm)',
  'code-scanner': 'Code scanner', 'passport-reader': 'Passport reader',
  'ups': 'UPS', 'cabinet': 'Cabinet', 'card-dispenser': 'Card dispenser', 'endorsement-machine': 'Endorsement machine', 'locker': 'Locker',
};

const button = (label, id, act, body, main) =>
  h('button', { class: main && 'main', onclick: () => play(id, act, typeof body === 'function' ? body() : body ?? {}) }, label);

function pick(label, choices) {
  return h('select', { 'aria-label': label }, ...choices.map(([value, words]) => h('option', { value }, words)));
}

const kinds = [['citizen', 'Citizen card'], ['hmt', 'HMT permit'], ['foreigner', 'Foreigner 2023'], ['foreigner-2017', 'Foreigner 2017'], ['bank', 'Bank card']];
const poses = [['person', 'Looking at it'], ['photo', 'Holding up a photo'], ['two', 'Two people'], ['far', 'Far away'], ['turn-left', 'Turned left'], ['turn-right', 'Turned right'], ['eyes-closed', 'Eyes closed']];
const sheetFaults = ['media-empty', 'media-low', 'media-jam', 'cover-open', 'toner-empty'].map(one => [one, one]);
const losses = [['keep', 'pad keeps it'], ['void', 'pad voids it'], ['forget', 'pad forgets it'], ['wiped', 'pad is wiped']];
const symbologies = [['qr', 'QR code'], ['code-128', 'Code 128'], ['ean-13', 'EAN-13'], ['data-matrix', 'Data Matrix'], ['pdf-417', 'PDF 417'], ['aztec', 'Aztec']];
const fingers = ['right-index', 'right-thumb', 'left-index', 'left-thumb'].map(one => [one, one]);
const touches = ['well', 'dry', 'wet', 'dirty', 'partial'].map(one => [one, one]);
const chips = [['pace', 'PACE and BAC'], ['bac', 'BAC alone'], ['pace-only', 'PACE alone'], ['wrong-key', 'Another print'], ['corrupt-dg2', 'Broken picture'], ['mismatch', 'Altered'], ['forged', 'Forged'], ['expired', 'Expired'], ['blank', 'No travel document']];
const forms = [['td3', 'Passport'], ['td1', 'Card']];
const papers = ['household', 'lease', 'employment', 'card'].map(one => [one, one]);
const rests = [['still', 'At rest'], ['moving', 'Moving']];
const lens = id => [button('Cover lens', id, 'cover'), button('Too dark', id, 'dark'), button('Too bright', id, 'bright'), button('Clear lens', id, 'uncover'),
  button('Freeze', id, 'freeze'), button('Half the size', id, 'shrink'), button('Mend', id, 'clear')];
const slipFaults = sheetFaults.slice(0, 4);

function printer(id, faults) {
  const fault = pick('Fault', faults);
  return [fault, button('Make it so', id, 'fault', () => ({ reason: fault.value })), button('Mend', id, 'clear'), button('Refill paper', id, 'refill')];
}

const levels = ['full', 'low', 'out'].map(one => [one, one]);

function handing(id, stores) {
  const store = pick('Which', stores.map(one => [one, one]));
  return [button('Take it', id, 'take', {}, true), button('Walk away', id, 'leave'), button('Jam next', id, 'jam'), button('Clear jam', id, 'clear'),
    store, button('Empty', id, 'empty', () => ({ store: store.value })), button('Refill', id, 'refill', () => ({ store: store.value })),
    button('Bin full', id, 'bin-full'), button('Bin free', id, 'bin-full', { on: 'false' }), button('Always take', id, 'auto', { do: 'take' }), button('Do not', id, 'auto', { do: 'off' })];
}

export const plays = {
  'id-reader': (id, person) => {
    const kind = pick('Kind of card', kinds);
    return [kind, button('Lay card', id, 'present', () => ({ person: person(), as: kind.value }), true), button('Take away', id, 'remove')];
  },
  'face-camera': (id, person) => {
    const pose = pick('How', poses);
    return [pose, button('Show', id, 'show', () => ({ person: person(), as: pose.value }), true), button('Nobody', id, 'nobody'), ...lens(id)];
  },
  'pay-pad': id => {
    const after = pick('After a lost link', losses);
    return [button('Tap card', id, 'tap', {}, true), button('Decline', id, 'decline'), button('Cancel key', id, 'cancel'),
      button('Silence', id, 'silence'), button('Auto tap', id, 'auto', { do: 'tap' }), button('No auto', id, 'auto', { do: 'off' }),
      after, button('Lose next payment', id, 'lose', () => ({ then: after.value }))];
  },
  'document-camera': (id, person) => {
    const paper = pick('Document', papers), rest = pick('How', rests);
    return [paper, rest, button('Lay down', id, 'show', () => ({ person: person(), document: paper.value, as: rest.value }), true), button('Take away', id, 'remove'), ...lens(id)];
  },
  'finger-reader': (id, person) => {
    const finger = pick('Finger', fingers), touch = pick('How', touches);
    return [finger, touch, button('Lay finger', id, 'press', () => ({ person: person(), finger: finger.value, as: touch.value }), true), button('Lift', id, 'lift')];
  },
  'passport-reader': (id, person) => {
    const chip = pick('Chip', chips), form = pick('Form', forms);
    return [form, chip, button('Lay document', id, 'present', () => ({ person: person(), as: chip.value, form: form.value }), true), button('Take away', id, 'remove')];
  },
  'certificate-printer': id => printer(id, sheetFaults),
  'receipt-printer': id => printer(id, slipFaults),
  'code-scanner': id => {
    const text = h('input', { 'aria-label': 'What the code says', placeholder: 'What the code says', value: 'PAYER-OK-0001' });
    const kind = pick('Kind of code', symbologies);
    const code = () => ({ text: text.value, symbology: kind.value });
    return [text, kind, button('Show code', id, 'scan', code, true), button('Break off', id, 'torn', code), button('Spoil', id, 'garble', code)];
  },
  'ups': id => [button('Mains off', id, 'mains-off', {}, true), button('Battery at its end', id, 'low'), button('Mains on', id, 'mains-on'), button('Charged', id, 'charge'), button('Lose the UPS', id, 'stale'), button('Mend', id, 'clear')],
  'cabinet': id => {
    const door = pick('Door', [['service', 'Service door'], ['paper', 'Paper door']]), cards = pick('Cards', levels);
    return [door, button('Open', id, 'door', () => ({ name: door.value, open: 'true' }), true), button('Shut', id, 'door', () => ({ name: door.value, open: 'false' })),
      button('Somebody', id, 'person', { there: 'true' }), button('Nobody', id, 'person', { there: 'false' }), cards, button('Cards are so', id, 'stock', () => ({ cards: cards.value }))];
  },
  'card-dispenser': id => handing(id, ['cards', 'booklets']),
  'endorsement-machine': id => [button('Insert permit', id, 'insert', { as: 'permit' }, true), button('Insert bank card', id, 'insert', { as: 'bank' }), ...handing(id, ['ribbon'])],
  'locker': id => handing(id, ['a1', 'a2', 'a3', 'a4']),
};

const words = { citizen: '居民身份证', hmt: '港澳台居民居住证', foreigner: '外国人永久居留身份证', 'foreigner-2017': '外国人永久居留证' };
const empty = text => h('div', { class: 'empty' }, text);

function idCard(person, kind) {
  const birth = `${person.birth.slice(0, 4)}年${Number(person.birth.slice(4, 6))}月${Number(person.birth.slice(6))}日`;
  const row = (name, value, style) => [h('dt', {}, name), h('dd', { class: style }, value)];
  return h('div', { class: 'idcard', lang: 'zh-CN' },
    h('dl', {}, ...row('姓名', person.name, 'name'), ...row('性别', `${person.sex === 'M' ? '男' : '女'}　民族 ${person.nation}`), ...row('出生', birth), ...row('住址', person.address)),
    h('img', { src: person.portrait, alt: '' }), h('div', { class: 'kind' }, words[kind] ?? kind),
    h('div', { class: 'number' }, h('i', {}, '公民身份号码'), person.number));
}

async function outs(card, device, ask) {
  const list = await ask(`/devices/${device.id}/out`);
  card.outs.hidden = list.length === 0;
  card.outs.replaceChildren(...list.slice(-12).reverse().map(out =>
    h('a', { href: `/devices/${device.id}/out/${out.n}`, target: '_blank' }, `#${out.n} · ${out.at.slice(11, 19)}`)));
  return list;
}

function paper(card, device, picture, none) {
  card.scene.className = 'scene paper';
  card.scene.dataset.kind = device.kind;
  card.scene.replaceChildren(picture ? h('a', { href: picture.replace('/page', ''), target: '_blank' }, h('img', { src: picture, alt: 'the last one that came out' })) : empty(none));
}

export const scenes = {
  'id-reader': (card, device, people) => {
    const [id, kind] = (device.about.card ?? '').split(' ');
    const person = people.find(one => one.id === id);
    const lies = id === 'bank' || kind === 'bank' ? h('div', { class: 'bankcard' }, 'SAMPLE BANK') : person ? idCard(person, kind) : null;
    card.scene.replaceChildren(h('div', { class: 'plate' }, lies ?? 'no card on the plate'));
  },
  'face-camera': (card, device) => {
    clearInterval(card.live);
    if (device.state === 'noDevice') {
      card.scene.replaceChildren(empty('unplugged'));
      return;
    }
    const image = h('img', { class: 'live', alt: `camera picture: ${device.about.showing}` });
    const load = () => { if (!document.hidden) image.src = `/devices/${device.id}/picture?${Date.now()}`; };
    card.scene.replaceChildren(image);
    load();
    card.live = setInterval(load, 500);
  },
  'pay-pad': async (card, device, people, ask) => {
    const says = { online: ['READY\n\n请稍候', ''], deviceBusy: ['PLEASE PRESENT\nCARD\n\n请刷卡', 'ask'], offline: ['. . .', ''], noDevice: ['', 'off'] };
    const [text, style] = says[device.state] ?? [device.state, ''];
    const pad = h('div', { class: 'pad' }, h('div', { class: `screen ${style}` }, text), h('div', { class: 'keys' }, ...Array.from({ length: 12 }, () => h('i'))));
    card.scene.replaceChildren(pad);
    await outs(card, device, ask);
  },
  'certificate-printer': async (card, device, people, ask) => {
    const list = await outs(card, device, ask);
    const last = list.at(-1);
    paper(card, device, last && `/devices/${device.id}/out/${last.n}/page`, 'No certificate has come out yet.');
  },
  'receipt-printer': async (card, device, people, ask) => {
    const list = await outs(card, device, ask);
    const last = list.at(-1);
    paper(card, device, last && `/devices/${device.id}/out/${last.n}`, 'No slip has come out yet.');
  },
  ...pictures,
};
scenes['document-camera'] = scenes['face-camera'];
