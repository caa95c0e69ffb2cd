// Style sheets are imported for what they do to the page; they give nothing.
declare module '*.css';
