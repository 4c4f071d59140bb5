import {LitElement} from 'lit';

/** A part of the page: within the page's own tree, so that one style sheet and all labels reach it. */
export class Part extends LitElement {
  #subscriptions = [];

  createRenderRoot() {
    return this;
  }

  /** What it is drawn anew for: lists of a store and the names of its parts that matter here. */
  get sources() {
    return [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#subscriptions = this.sources.map(([store, ...names]) =>
      store.subscribe((now, before) => names.some(name => now[name] !== before[name]) && this.requestUpdate()));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#subscriptions.forEach(end => end());
  }
}
