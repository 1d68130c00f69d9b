/** The five cells as the browser's icon, within the page: a request of its own would cost a phone more than its bytes. */
export const ICON =
  "data:image/svg+xml," +
  encodeURIComponent(
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' fill='#fff'/>" +
      "<g fill='#0E5A4A'><path d='M2 13h5v6H2zM8 13h5v6H8zM14 13h5v6h-5zM20 13h5v6h-5zM26 13h4v6h-4z'/></g></svg>",
  );
