// What the words of an element's `class` and `id` say of it, in lower case, parted by spaces. Compiled for this
// project from how news sites name their parts. The page and the program read the same lists: the program takes
// them from this file (src/bin/postil/hints.rs), so each stays one constant with one plain string.

/** It holds the article. */
export const MAIN = `
  article-body articlebody article__body story-body storybody entry-content post-content
  article-content article__content body-content story-content article-text post-body story__body
  content-body`;

/** A quotation pulled out of the article. */
export const QUOTE = `
  pullquote pull-quote`;

/** A caption or a picture's credit. */
export const CAPTION = `
  caption photo-credit image-credit img-credit`;

/** Who wrote it. */
export const BYLINE = `
  byline author-name article-author post-author`;

/** When. */
export const TIME = `
  timestamp pubdate published-date publish-date dateline post-date entry-date`;

/** Set apart from the article: these letters anywhere in the name. */
export const ASIDE = `
  related recirc newsletter social- sharing share- -share sharedaddy addtoany comments comment-
  sidebar side-bar cookie consent advert ad-slot ad-unit adunit breadcrumb most-read mostread
  most-popular trending recommend subscribe subscription sign-up signup outbrain taboola promo
  read-more readmore author-bio about-author author-box authorbox skip-link screen-reader sr-only
  visually-hidden visuallyhidden jp-related tag-list post-tags teaser more-from read-next up-next
  popular-posts site-header site-footer popup modal toolbar masthead also-read most-viewed link-list
  commentlist editsection`;

/** Set apart from the article: these as whole words of the name only. */
export const ASIDE_WHOLE = `
  nav menu footer share social ad ads comments comment respond widget tags sponsored disqus pagination
  navigation breadcrumbs paywall toc navbox catlinks noprint sponsor donate donation gdpr tooltip
  yarpp printfooter`;
