/* patal-print-sheets.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-print-sheets.h"
#include "patal-cairo-player.h"
#include <math.h>

#define BYTES_A_PIXEL 4
#define MOST_BYTES (96 * 1024 * 1024)     /* kept at a time; what is on the screen is kept in any case */
#define MOST_PIXELS (16.0 * 1024 * 1024)  /* of one page: beyond that it is enlarged */

typedef struct
{
  guint       page;
  double      scale;
  GdkTexture *texture;
} Sheet;

struct _PatalPrintSheets
{
  PatalPages  *pages;
  void       (*ready) (gpointer data);
  gpointer     data;
  GThreadPool *pool;   /* of one thread, which keeps its fonts and shaped words */
  GMainContext *context;
  GArray      *sheets; /* of Sheet */
  guint        first, last;
  double       scale;
  struct _Errand *errand; /* (nullable): the page that the thread draws now */
};

/* What the thread is given, and gives back. */
typedef struct _Errand
{
  PatalPrintSheets *sheets; /* NULL: they are gone, nobody waits. Only the main thread looks */
  PatalPages       *pages;
  GMainContext     *context;
  guint             page;
  double            scale;
  GdkTexture       *texture;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_clear_object (&errand->texture);
  patal_pages_unref (errand->pages);
  g_main_context_unref (errand->context);
  g_free (errand);
}

static void
sheet_clear (gpointer data)
{
  g_object_unref (((Sheet *) data)->texture);
}

/* --- in the thread --- */

static GdkTexture *
draw_page (const PatalPages *pages, guint page, double scale)
{
  PatalSheetSize size = patal_pages_size (pages);
  int width = MAX ((int) lround (size.width * scale), 1), height = MAX ((int) lround (size.height * scale), 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / size.width, height / size.height);
  patal_pages_draw (pages, PATAL_CANVAS_CAIRO (cr), page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static gboolean drawn_cb (gpointer data);

static void
draw_in_thread (gpointer data, G_GNUC_UNUSED gpointer user_data)
{
  Errand *errand = data;

  g_autoptr (GSource) source = g_idle_source_new (); /* g_main_context_invoke() may call it here, where nobody iterates just now */

  errand->texture = draw_page (errand->pages, errand->page, errand->scale);
  g_source_set_callback (source, drawn_cb, errand, errand_free);
  g_source_attach (source, errand->context);
}

/* --- in the main thread --- */

static Sheet *
find (PatalPrintSheets *self, guint page)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (g_array_index (self->sheets, Sheet, i).page == page)
      return &g_array_index (self->sheets, Sheet, i);
  return NULL;
}

static guint
distance (PatalPrintSheets *self, guint page)
{
  return page < self->first ? self->first - page : page > self->last ? page - self->last : 0;
}

static gsize
bytes_of (const Sheet *sheet)
{
  return (gsize) gdk_texture_get_width (sheet->texture) * (gsize) gdk_texture_get_height (sheet->texture) * BYTES_A_PIXEL;
}

gsize
patal_print_sheets_bytes (PatalPrintSheets *self)
{
  gsize bytes = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    bytes += bytes_of (&g_array_index (self->sheets, Sheet, i));
  return bytes;
}

/* The farthest from what is shown go first. */
static void
make_room (PatalPrintSheets *self)
{
  while (patal_print_sheets_bytes (self) > MOST_BYTES)
    {
      guint farthest = 0;

      for (guint i = 1; i < self->sheets->len; i++)
        if (distance (self, g_array_index (self->sheets, Sheet, i).page)
            > distance (self, g_array_index (self->sheets, Sheet, farthest).page))
          farthest = i;
      if (distance (self, g_array_index (self->sheets, Sheet, farthest).page) == 0)
        return;
      g_array_remove_index_fast (self->sheets, farthest);
    }
}

static gboolean
lacks (PatalPrintSheets *self, guint page)
{
  const Sheet *sheet = find (self, page);

  return sheet == NULL || sheet->scale != self->scale;
}

/* TRUE: *@page is what the screen needs first. */
static gboolean
next_page (PatalPrintSheets *self, guint *page)
{
  for (*page = self->first; *page <= self->last; (*page)++)
    if (lacks (self, *page))
      return TRUE;
  *page = self->last + 1;
  if (*page < patal_pages_count (self->pages) && lacks (self, *page))
    return TRUE;
  *page = self->first - 1;
  return self->first > 0 && lacks (self, *page);
}

/* One at a time: what the screen needs may be another page by the time that this one is there. */
static void
draw_next (PatalPrintSheets *self)
{
  guint page;

  if (self->errand != NULL || !next_page (self, &page))
    return;
  self->errand = g_new (Errand, 1);
  *self->errand = (Errand) { .sheets = self, .pages = patal_pages_ref (self->pages), .context = g_main_context_ref (self->context),
                             .page = page, .scale = self->scale };
  g_thread_pool_push (self->pool, self->errand, NULL);
}

static gboolean
drawn_cb (gpointer data)
{
  Errand *errand = data;
  PatalPrintSheets *self = errand->sheets;
  Sheet *sheet;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  self->errand = NULL;
  sheet = find (self, errand->page);
  if (sheet != NULL)
    {
      sheet->scale = errand->scale;
      g_set_object (&sheet->texture, errand->texture);
    }
  else
    g_array_append_val (self->sheets, ((Sheet) { errand->page, errand->scale, g_object_ref (errand->texture) }));
  make_room (self);
  self->ready (self->data);
  draw_next (self);
  return G_SOURCE_REMOVE;
}

void
patal_print_sheets_show (PatalPrintSheets *self, guint first, guint last, double scale)
{
  PatalSheetSize size = patal_pages_size (self->pages);

  g_return_if_fail (first <= last && last < patal_pages_count (self->pages) && scale > 0);

  self->first = first;
  self->last = last;
  self->scale = MIN (scale, sqrt (MOST_PIXELS / (size.width * size.height)));
  draw_next (self);
}

GdkTexture *
patal_print_sheets_get (PatalPrintSheets *self, guint page)
{
  const Sheet *sheet = find (self, page);

  return sheet != NULL ? sheet->texture : NULL;
}

PatalPrintSheets *
patal_print_sheets_new (PatalPages *pages, void (*ready) (gpointer data), gpointer data)
{
  PatalPrintSheets *self = g_new0 (PatalPrintSheets, 1);

  self->pages = patal_pages_ref (pages);
  self->ready = ready;
  self->data = data;
  self->pool = g_thread_pool_new_full (draw_in_thread, NULL, errand_free, 1, TRUE, NULL);
  self->context = g_main_context_ref_thread_default ();
  self->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_array_set_clear_func (self->sheets, sheet_clear);
  return self;
}

/* The thread ends after the page that it draws, without being waited for. */
void
patal_print_sheets_free (PatalPrintSheets *self)
{
  if (self == NULL)
    return;
  if (self->errand != NULL)
    self->errand->sheets = NULL;
  g_thread_pool_free (self->pool, TRUE, FALSE);
  g_array_unref (self->sheets);
  g_main_context_unref (self->context);
  patal_pages_unref (self->pages);
  g_free (self);
}
