import {LitElement} from 'lit';

/** A part of the page: within the page's own tree, so that one style sheet and all labels reach it. */
export class Part extends LitElement {
  #subscriptions = [];

  createRenderRoot() {
    return this;
  }

  /** Stores that it is drawn anew for. */
  get sources() {
    return [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#subscriptions = this.sources.map(source => source.subscribe(() => this.requestUpdate()));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#subscriptions.forEach(end => end());
  }
}
