// The provider's pages: plain, readable, and clearly not a real sign-in.

const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
  body { font: 19px/1.5 system-ui, arial, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; color: #0b0c0c; background: #fff }
  h1 { font-size: 2rem; line-height: 1.2 }
  ul { list-style: none; padding: 0 }
  button { font: inherit; text-align: left; width: 100%; min-height: 44px; padding: .5rem .75rem; margin: 0 0 .5rem; color: inherit;
    background: #f3f2f1; border: 2px solid #505a5f; cursor: pointer }
  button strong { display: block }
  button:focus-visible { outline: 3px solid #fd0; outline-offset: 0; box-shadow: inset 0 0 0 2px #0b0c0c }
  .note { border-left: 6px solid #505a5f; padding-left: 1rem }`;

const WORDS = {
  en: { title: 'Choose who to be', note: 'This stands in for a real sign-in service. Everyone here is made up, and nobody has a password.', none: 'There is nobody to be yet.' },
  cy: { title: 'Dewiswch bwy i fod', note: 'Mae hwn yn cymryd lle gwasanaeth mewngofnodi go iawn. Mae pawb yma’n ddychmygol, ac nid oes gan neb gyfrinair.', none: 'Nid oes neb i fod eto.' },
};

export function page(title, content, sentences = [], lang = 'en') {
  return `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1>${sentences.map((sentence) => `<p>${escape(sentence)}</p>`).join('')}${content}</main></body></html>`;
}

export function chooseSomebody(people, action, lang) {
  const words = WORDS[lang];
  const list = people.map((person) => `<li><button name="sub" value="${escape(person.sub)}"><strong>${escape(person.name)}</strong>${escape(person.label)}</button></li>`);
  const form = `<form method="post" action="${escape(action)}"><ul>${list.join('')}</ul></form>`;
  return page(words.title, `<p class="note">${escape(words.note)}</p>${people.length ? form : `<p>${escape(words.none)}</p>`}`, [], lang);
}
