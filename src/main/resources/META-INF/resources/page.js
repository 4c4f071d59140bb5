const $ = id => document.getElementById(id);
const form = $('ask').elements;
const when = moment => moment ? moment.date ?? `${moment.earliest ?? '…'} to ${moment.latest ?? '…'}` : '';

fetch('/timelines').then(answer => answer.json()).then(({timelines}) => {
  const options = timelines.map(t => new Option(t.title, t.id));
  const flagship = options.find(option => option.value === 'soviet-union-1953-1964');
  if (flagship) flagship.defaultSelected = flagship.selected = true;
  if (options.length) form.timeline.replaceChildren(...options);
}).catch(() => {});

function row(what, who, span) {
  const line = document.createElement('tr');
  const doubt = span?.certainty === 'possible';
  const texts = [what, (who ?? 'nobody') + (span?.acting ? ' (acting)' : '') + (doubt ? ' (possibly)' : ''), when(span?.since), when(span?.until)];
  texts.forEach((text, column) => {
    const cell = document.createElement(column ? 'td' : 'th');
    if (!column) cell.scope = 'row';
    cell.textContent = text;
    line.append(cell);
  });
  if (doubt) line.className = 'possible';
  return line;
}

$('ask').addEventListener('submit', async event => {
  event.preventDefault();
  const question = new URLSearchParams({on: form.on.value.trim()});
  if (form.known.value.trim()) question.set('known', form.known.value.trim());
  let state;
  try {
    const answer = await fetch(`/timelines/${form.timeline.value}/state?${question}`);
    state = await answer.json();
    if (!answer.ok) throw new Error(state.detail);
  } catch (problem) {
    $('state').hidden = true;
    $('said').textContent = problem.message;
    return;
  }
  const rows = [
    ...state.bodies.flatMap(b => b.places.map(p => row(`The body of ${b.name}`, p.name, p))),
    ...state.places.flatMap(p => p.names.map(n => row(`The place ${p.place}`, n.name, n))),
    ...state.offices.flatMap(o => o.holders.length ? o.holders.map(h => row(o.title, h.name, h)) : [row(o.title)]),
  ];
  $('state').tBodies[0].replaceChildren(...rows);
  $('state').hidden = rows.length === 0;
  $('said').textContent = `${rows.length} lines for ${state.on}, as known at fact ${state.known.position}.`;
});

let replay;
const news = {
  PersonBorn: f => `${f.person} is born`,
  PersonDied: f => `${f.person} dies`,
  OfficeEstablished: f => `${f.office} is established`,
  OfficeAbolished: f => `${f.office} is abolished`,
};
const spanText = s => ({tenure: () => `${s.name}, ${s.title}`, restingPlace: () => `${s.personName} at ${s.name}`, placeName: () => `the name ${s.name}`})[s.kind]();

function sentence({fact, began, ended}) {
  const turns = [...ended.map(s => `ends: ${spanText(s)}`), ...began.map(s => `begins: ${spanText(s)}`)];
  const title = fact.title ?? news[fact.type]?.(fact);
  return `${fact.date} — ${[title, ...turns].filter(Boolean).join('; ') || fact.type}`;
}

function stop() {
  replay?.close();
  replay = undefined;
  $('play').textContent = 'Play';
}

$('play').addEventListener('click', () => {
  if (replay) return stop();
  $('play').textContent = 'Stop';
  $('moment').textContent = '';
  replay = new EventSource('/timelines/soviet-union-1953-1964/replay?from=1953&to=1964&duration=PT1M');
  replay.addEventListener('clock', event => { $('clock').textContent = JSON.parse(event.data).date; });
  replay.addEventListener('fact', event => { $('moment').textContent = sentence(JSON.parse(event.data)); });
  replay.addEventListener('end', stop);
  replay.addEventListener('error', () => { if (replay?.readyState === EventSource.CLOSED) stop(); });
});
