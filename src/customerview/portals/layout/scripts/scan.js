// Checks the signed code of a proof in the browser: base45, CBOR, COSE_Sign1 with ES256 by WebCrypto. Nothing is sent anywhere.
const BEGINS = 'CV1:';
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const CLAIMS = -65537, UNTIL = 4, SINCE = 6;
const LARGEST_PICTURE = 1800;
const DAY = 86400000;

class NotOurs extends Error {}

function fromBase45(text) {
  const made = [];
  for (let at = 0; at < text.length; at += 3) {
    const part = text.slice(at, at + 3);
    const number = [...part].reduceRight((sum, letter) => {
      const value = LETTERS.indexOf(letter);
      if (value < 0) throw new NotOurs('a letter that is none of base45');
      return sum * 45 + value;
    }, 0);
    if (part.length === 1 || number >= 256 ** (part.length - 1)) throw new NotOurs('not base45');
    if (part.length === 3) made.push(number >> 8);
    made.push(number & 255);
  }
  return new Uint8Array(made);
}

// CBOR as far as our codes need it: whole numbers, bytes, text, lists, maps, tags, null. Anything else is refused.
function fromCbor(bytes) {
  let at = 0;
  const take = (count) => {
    if (at + count > bytes.length) throw new NotOurs('too short');
    at += count;
    return bytes.subarray(at - count, at);
  };
  const argument = (small) => {
    if (small < 24) return small;
    if (small > 26) throw new NotOurs('a number too large');
    return take(2 ** (small - 24)).reduce((sum, byte) => sum * 256 + byte, 0);
  };
  const item = (depth) => {
    if (depth > 8) throw new NotOurs('too deep');
    const [first] = take(1);
    const kind = first >> 5;
    if (first === 0xf6) return null;
    const value = argument(first & 31);
    if (kind === 0) return value;
    if (kind === 1) return -1 - value;
    if (kind === 2) return take(value);
    if (kind === 3) return new TextDecoder('utf-8', { fatal: true }).decode(take(value));
    if (kind === 4) return Array.from({ length: Math.min(value, bytes.length) }, () => item(depth + 1));
    if (kind === 5) return new Map(Array.from({ length: Math.min(value, bytes.length) }, () => [item(depth + 1), item(depth + 1)]));
    if (kind === 6) return { tag: value, value: item(depth + 1) };
    throw new NotOurs('not a kind of value that our codes have');
  };
  const found = item(0);
  if (at !== bytes.length) throw new NotOurs('something follows');
  return found;
}

const head = (kind, length) =>
  length < 24 ? [(kind << 5) | length] : length < 256 ? [(kind << 5) | 24, length] : [(kind << 5) | 25, length >> 8, length & 255];
const utf8 = (text) => new TextEncoder().encode(text);

// What the signature is over, as RFC 9052 says: ["Signature1", protected, "", payload].
function signedOver(shielded, payload) {
  const context = utf8('Signature1');
  return new Uint8Array([
    ...head(4, 4), ...head(3, context.length), ...context, ...head(2, shielded.length), ...shielded, ...head(2, 0), ...head(2, payload.length), ...payload,
  ]);
}

// A space at the end may be lost when a code is pasted or typed by a scanner: try with it too.
function messageIn(text) {
  const bare = text.replace(/[\r\n\t]/g, '').trimStart();
  if (!bare.startsWith(BEGINS)) throw new NotOurs('it begins with something else');
  for (const end of ['', ' ', '  ']) {
    try {
      return fromCbor(fromBase45(bare.slice(BEGINS.length) + end));
    } catch (error) {
      if (!(error instanceof NotOurs)) throw error;
    }
  }
  throw new NotOurs('it cannot be read');
}

// Gives {is: 'good' | 'old' | 'bad' | 'unknown', holds}. `keys` is a JWKS; only keys for codes are used.
export async function check(text, keys, now = Date.now()) {
  try {
    const message = messageIn(text);
    if (message?.tag !== 18 || message.value?.length !== 4) throw new NotOurs('not COSE_Sign1');
    const [shielded, , payload, signature] = message.value;
    const header = fromCbor(shielded);
    if (header.get(1) !== -7) throw new NotOurs('not ES256');
    const kid = new TextDecoder().decode(header.get(4));
    const jwk = keys.keys.find((key) => key.kid === kid && key.purpose === 'qr');
    if (!jwk) return { is: 'unknown' };
    const way = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y }, way, false, ['verify']);
    if (!(await crypto.subtle.verify(way, key, signature, signedOver(shielded, payload)))) return { is: 'bad' };
    const claims = fromCbor(payload);
    return { is: claims.get(UNTIL) * 1000 < now ? 'old' : 'good', since: claims.get(SINCE) * 1000, holds: claims.get(CLAIMS) };
  } catch (error) {
    if (error instanceof NotOurs || error instanceof TypeError) return { is: 'bad' };
    throw error;
  }
}

const page = document.querySelector('[data-scan]');
if (page) start();

async function start() {
  const words = JSON.parse(document.getElementById('scan-words').textContent);
  const answer = page.querySelector('[data-scan-answer]');
  const typed = page.querySelector('textarea');
  const file = page.querySelector('input[type="file"]');
  const camera = page.querySelector('[data-scan-camera]');
  const video = page.querySelector('video');
  page.hidden = false;

  const day = (time) => {
    const date = new Date(time);
    return `${date.getUTCDate()} ${words.months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  };
  const pounds = (pence) => `£${(pence / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
  const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text ?? '' });
  const benefit = ([, pence, often, parts, from, until]) => [
    pence ? `${pounds(pence)} ${words.often[often] ?? often ?? ''}` : '',
    ...(parts ?? []).map(([part, level]) => `${words.parts[part] ?? part}${words.levels[level] ? `: ${words.levels[level]}` : ''}`),
    from != null ? `${words.from} ${day(from * DAY)}` : '',
    until != null ? `${words.until} ${day(until * DAY)}` : '',
  ].filter(Boolean).join(', ') || words.in_payment;

  function rows(found) {
    const [reference, purpose, name, lines, nino] = [1, 2, 3, 4, 5].map((key) => found.holds.get(key));
    return [
      [words.name, name], ...lines.map((line) => [words.benefits[line[0]] ?? line[0], benefit(line)]),
      ...(nino ? [[words.nino, nino]] : []), [words.purpose, words.purposes[purpose] ?? purpose], [words.reference, reference],
      [words.issued, day(found.since)], [words.age, String(Math.max(0, Math.floor(Date.now() / DAY) - Math.floor(found.since / DAY)))],
    ];
  }

  function say(found) {
    const title = make('h2', 'govuk-heading-m', words[found.is]);
    title.tabIndex = -1;
    answer.replaceChildren(title, make('p', 'govuk-body', words[`${found.is}_means`]));
    if (found.holds) {
      const list = make('dl', 'govuk-summary-list');
      for (const [label, value] of rows(found)) {
        const row = make('div', 'govuk-summary-list__row govuk-summary-list__row--no-actions');
        row.append(make('dt', 'govuk-summary-list__key', label), make('dd', 'govuk-summary-list__value', value));
        list.append(row);
      }
      const unchecked = make('ul', 'govuk-list govuk-list--bullet');
      unchecked.append(...['not_current', 'not_who', 'not_paper'].map((name) => make('li', '', words[name])));
      answer.append(list, make('h3', 'govuk-heading-s', words.not_checked), unchecked);
    }
    title.focus();
  }

  const keys = () => fetch(page.dataset.keys).then((answered) => answered.json());
  const checked = async (text) => say(await check(text, await keys()));

  // A second look at half the size finds what the grain of a poor camera hid in the first.
  function codeIn(source, width, height) {
    const whole = Math.min(1, LARGEST_PICTURE / Math.max(width, height));
    for (const scale of [whole, whole / 2]) {
      const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(width * scale), height: Math.round(height * scale) });
      const paper = canvas.getContext('2d', { willReadFrequently: true });
      paper.drawImage(source, 0, 0, canvas.width, canvas.height);
      const found = jsQR(paper.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
      if (found) return found.data;
    }
    return undefined;
  }

  page.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    checked(typed.value);
  });
  file.addEventListener('change', async () => {
    try {
      const picture = await createImageBitmap(file.files[0]);
      const text = codeIn(picture, picture.width, picture.height);
      if (text) return await checked(text);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
    say({ is: 'none' });
  });

  if (navigator.mediaDevices?.getUserMedia) {
    camera.hidden = false;
    camera.addEventListener('click', async () => {
      let seen;
      try {
        seen = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
      } catch {
        return say({ is: 'camera' });
      }
      const stop = () => {
        seen.getTracks().forEach((track) => track.stop());
        video.hidden = true;
      };
      video.hidden = false;
      video.srcObject = seen;
      await video.play();
      const look = () => {
        if (video.hidden) return;
        const text = video.videoWidth && codeIn(video, video.videoWidth, video.videoHeight);
        if (text) {
          stop();
          checked(text);
        } else setTimeout(look, 150);
      };
      look();
    });
  }

  if (navigator.serviceWorker) {
    await navigator.serviceWorker.register(page.dataset.worker);
    await navigator.serviceWorker.ready;
    page.querySelector('[data-scan-ready]').textContent = words.ready;
  }
}
