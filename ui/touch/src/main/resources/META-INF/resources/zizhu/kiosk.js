// The page's own part of the kiosk: no browser chords, no menus, a live mirror, a pen, a voice.
(function () {
  if (window.zizhu) return;
  const stop = (event) => event.preventDefault();
  for (const name of ['contextmenu', 'dragstart', 'drop', 'gesturestart']) document.addEventListener(name, stop);
  // Browser chords are stopped here because policies do not (lockdown: Ctrl+N, Ctrl+T, F1 …); digits and Tab stay.
  document.addEventListener('keydown', (event) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plain && (/^[0-9]$/.test(event.key) || ['Tab', 'Enter', ' ', 'Backspace'].includes(event.key))) return;
    if (plain && event.key.length === 1 && event.target.tagName === 'INPUT') return; // a remark of the staff
    event.preventDefault();
  }, true);

  const pens = new WeakMap();

  window.zizhu = {
    preview(image, address) {
      let number = 0;
      const turn = () => {
        if (!image.isConnected) return;
        const next = new Image();
        next.onload = () => { if (image.isConnected) { image.src = next.src; setTimeout(turn, 150); } };
        next.onerror = () => setTimeout(turn, 500);
        next.src = address + '?n=' + (++number);
      };
      turn();
    },

    countdown(element, words, seconds) {
      const end = performance.now() + seconds * 1000;
      const tick = () => {
        if (!element.isConnected) return;
        element.textContent = words.replace('%s', String(Math.max(0, Math.ceil((end - performance.now()) / 1000))));
        setTimeout(tick, 1000);
      };
      tick();
    },

    pen(canvas) {
      if (pens.has(canvas)) return; // the language changed under the pen: what was drawn stays
      const box = canvas.getBoundingClientRect();
      canvas.width = Math.round(box.width);
      canvas.height = Math.round(box.height);
      const state = { strokes: [], began: 0 };
      pens.set(canvas, state);
      const ink = canvas.getContext('2d');
      ink.lineWidth = Math.max(4, canvas.width / 160);
      ink.lineCap = ink.lineJoin = 'round';
      ink.strokeStyle = '#0b1f44';
      let line = null;
      const dot = (event) => {
        const at = canvas.getBoundingClientRect();
        const x = event.clientX - at.left, y = event.clientY - at.top;
        const thousandth = (v) => Math.max(0, Math.min(9999, Math.round(v * 1000 / at.width)));
        line.push([thousandth(x), thousandth(y), Math.round(performance.now() - state.began)]);
        return [x, y];
      };
      canvas.onpointerdown = (event) => {
        canvas.setPointerCapture(event.pointerId);
        if (!state.began) state.began = performance.now();
        line = [];
        state.strokes.push(line);
        ink.beginPath();
        ink.moveTo(...dot(event));
      };
      canvas.onpointermove = (event) => {
        if (!line) return;
        ink.lineTo(...dot(event));
        ink.stroke();
      };
      canvas.onpointerup = canvas.onpointercancel = () => { line = null; };
    },

    clear(canvas) {
      const state = pens.get(canvas);
      if (!state) return;
      state.strokes = [];
      state.began = 0;
      canvas.getContext('2d').clearRect(0, 0, canvas.width, canvas.height);
    },

    signature(canvas) {
      const state = pens.get(canvas);
      const strokes = state ? state.strokes.map((line) => line.map((dot) => dot.join(',')).join(';')).join('|') : '';
      return strokes + '\n' + canvas.toDataURL('image/png');
    },

    // Tells the view when nobody has touched the glass for a while.
    rests(view) {
      let timer;
      const again = () => {
        clearTimeout(timer);
        timer = setTimeout(() => { view.dispatchEvent(new CustomEvent('rested')); again(); }, 45000);
      };
      view.addEventListener('pointerdown', again);
      again();
    },

    speak(text, language) {
      const voices = window.speechSynthesis ? window.speechSynthesis.getVoices() : [];
      if (!voices.some((voice) => voice.lang.slice(0, 2) === language.slice(0, 2))) return false;
      window.speechSynthesis.cancel();
      const said = new SpeechSynthesisUtterance(text);
      said.lang = language;
      window.speechSynthesis.speak(said);
      return true;
    },

    chime() {
      const Sound = window.AudioContext || window.webkitAudioContext;
      if (!Sound) return;
      const sound = new Sound();
      for (const [at, tone] of [[0, 660], [0.25, 880]]) {
        const source = sound.createOscillator(), volume = sound.createGain();
        source.frequency.value = tone;
        volume.gain.setValueAtTime(0.2, sound.currentTime + at);
        volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + at + 0.22);
        source.connect(volume).connect(sound.destination);
        source.start(sound.currentTime + at);
        source.stop(sound.currentTime + at + 0.24);
      }
    },
  };
})();
