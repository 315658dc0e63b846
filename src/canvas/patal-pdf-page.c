/* patal-pdf-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF counts y upwards. With F (x, y) = (x, -y) a place p is written as F p and a transform M as F M F, so that all that is drawn comes out
 * right side up; the page itself begins with a move up by its height. */
#include "patal-pdf-page.h"
#include <math.h>
#include <string.h>

#define DECIMALS 2        /* of lengths: 3.5 thousandths of a millimetre */
#define MATRIX_DECIMALS 6
#define ALPHA_FULL 255
/* For how much there is room at first. */
#define WORDS_OF_PAGE 256
#define WORDS_OF_GROUP 32
#define WORDS_IN_LINE 4
#define BYTES_OF_WORD 8
#define ALPHA_UNKNOWN (-1)

typedef enum
{
  MARK_LINE,
  MARK_GROUP,
  MARK_PICTURE,
} MarkKind;

/* A place in the bytes where something stands that gets its number later. */
typedef struct
{
  MarkKind kind;
  gsize    at;
  guint    first, n;   /* LINE: of the drawing's words */
  double   x, y, size; /* LINE */
  gpointer what;       /* GROUP: its key (owned), NULL: its number is known; PICTURE (owned) */
  guint    number;     /* GROUP, PICTURE: when resolved */
} Mark;

/* A page's content, or a group's. */
typedef struct
{
  GString   *bytes;
  GArray    *marks;
  GPtrArray *words; /* of PatalWord, which live as long as @texts */
  GPtrArray *texts; /* of PatalParagraph: one count for a line's words, since other threads count them too */
  GPtrArray *codes; /* of const GArray *, as many, when resolved */
} Drawing;

typedef struct
{
  PatalMatrix ctm;
  PatalInk    fill, stroke;
  int         alpha;  /* of ALPHA_FULL, or ALPHA_UNKNOWN */
  double      width;
  double      dash[4];
  PatalCap    cap;
} State;

struct _PatalPdfPage
{
  PatalCanvas          canvas;
  PatalPdfKnown       *known;
  PatalPdfSheet sheet;
  Drawing    *own;
  GHashTable *groups;     /* key → Drawing, of those that are drawn here */
  Drawing    *drawing;    /* the one that is drawn on now */
  State       state;
  GArray     *saved;      /* of State */
  State       outside;    /* of the group that is drawn */
  gboolean    alphas[ALPHA_FULL + 1];
};

static void
mark_clear (gpointer data)
{
  Mark *mark = data;

  if (mark->kind == MARK_GROUP)
    g_free (mark->what);
  else if (mark->kind == MARK_PICTURE)
    patal_picture_unref (mark->what);
}

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  if (drawing->bytes != NULL)
    g_string_free (drawing->bytes, TRUE);
  g_array_unref (drawing->marks);
  g_ptr_array_unref (drawing->words);
  g_ptr_array_unref (drawing->texts);
  g_ptr_array_unref (drawing->codes);
  g_free (drawing);
}

static Drawing *
drawing_new (guint n_words)
{
  Drawing *drawing = g_new0 (Drawing, 1);
  guint n_lines = n_words / WORDS_IN_LINE;

  drawing->bytes = g_string_sized_new (BYTES_OF_WORD * n_words);
  drawing->marks = g_array_sized_new (FALSE, FALSE, sizeof (Mark), n_lines);
  g_array_set_clear_func (drawing->marks, mark_clear);
  drawing->words = g_ptr_array_sized_new (n_words);
  drawing->texts = g_ptr_array_new_full (n_lines, (GDestroyNotify) patal_paragraph_unref);
  drawing->codes = g_ptr_array_new ();
  return drawing;
}

static void
link_clear (gpointer data)
{
  g_free (((PatalPdfLink *) data)->target);
}

static void
place_clear (gpointer data)
{
  g_free (((PatalPdfPlace *) data)->text);
}

static GArray *
array_new (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

/* A state in which nothing is known to be set: the first use sets it. Only the alpha of a page is known to begin as full; a group's is
 * whatever it is where the group is drawn. */
static State
fresh_state (PatalMatrix ctm, int alpha)
{
  const PatalInk none = { NAN, NAN, NAN, NAN };

  return (State) { .ctm = ctm, .fill = none, .stroke = none, .alpha = alpha, .width = NAN, .dash = { NAN } };
}

static const PatalPlayer pdf_player;

PatalPdfPage *
patal_pdf_page_new (PatalPdfKnown *known, double width, double height)
{
  PatalPdfPage *page = g_new0 (PatalPdfPage, 1);

  page->canvas = (PatalCanvas) { &pdf_player, page };
  page->known = known;
  page->sheet.width = width;
  page->sheet.height = height;
  page->own = page->drawing = drawing_new (WORDS_OF_PAGE);
  page->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, drawing_free);
  page->state = fresh_state ((PatalMatrix) { 1, 0, 0, 1, 0, 0 }, ALPHA_FULL);
  page->saved = g_array_new (FALSE, FALSE, sizeof (State));
  page->sheet.links = array_new (sizeof (PatalPdfLink), link_clear);
  page->sheet.anchors = array_new (sizeof (PatalPdfPlace), place_clear);
  page->sheet.bookmarks = array_new (sizeof (PatalPdfPlace), place_clear);
  page->sheet.tags = patal_pdf_tags_new (known->tagged, known->lang);
  g_string_append (page->own->bytes, "1 0 0 1 0 ");
  patal_pdf_append_number (page->own->bytes, height, DECIMALS);
  g_string_append (page->own->bytes, " cm\n");
  return page;
}

void
patal_pdf_page_free (PatalPdfPage *page)
{
  if (page == NULL)
    return;
  drawing_free (page->own);
  g_hash_table_unref (page->groups);
  g_array_unref (page->saved);
  g_array_unref (page->sheet.links);
  g_array_unref (page->sheet.anchors);
  g_array_unref (page->sheet.bookmarks);
  patal_pdf_tags_free (page->sheet.tags);
  g_free (page);
}

PatalCanvas *
patal_pdf_page_canvas (PatalPdfPage *page)
{
  return &page->canvas;
}

const PatalPdfSheet *
patal_pdf_page_sheet (const PatalPdfPage *page)
{
  return &page->sheet;
}

/* --- The player: writing what can be written at once --- */

static GString *
bytes_of (PatalPdfPage *page)
{
  return page->drawing->bytes;
}

/* Before anything is painted: says what it is, where the document is tagged. A group is what it is where it is drawn. */
static void
begin_ink (PatalPdfPage *page)
{
  if (page->drawing == page->own)
    patal_pdf_tags_ink (page->sheet.tags, page->saved->len, bytes_of (page));
}

static void
append_length (GString *bytes, double length)
{
  patal_pdf_append_number (bytes, length, DECIMALS);
  g_string_append_c (bytes, ' ');
}

static void
save (PatalCanvas *canvas)
{
  PatalPdfPage *page = canvas->target;

  g_array_append_val (page->saved, page->state);
  g_string_append (bytes_of (page), "q\n");
}

static void
restore (PatalCanvas *canvas)
{
  PatalPdfPage *page = canvas->target;

  g_return_if_fail (page->saved->len > 0);
  if (page->drawing == page->own)
    patal_pdf_tags_leave (page->sheet.tags, page->saved->len, bytes_of (page));
  page->state = g_array_index (page->saved, State, page->saved->len - 1);
  g_array_set_size (page->saved, page->saved->len - 1);
  g_string_append (bytes_of (page), "Q\n");
}

static void
transform (PatalCanvas *canvas, const PatalMatrix *m)
{
  PatalPdfPage *page = canvas->target;
  GString *bytes = bytes_of (page);
  const PatalMatrix *c = &page->state.ctm;
  const double flipped[] = { m->xx, -m->yx, -m->xy, m->yy };

  for (guint i = 0; i < 4; i++)
    {
      patal_pdf_append_number (bytes, flipped[i], MATRIX_DECIMALS);
      g_string_append_c (bytes, ' ');
    }
  append_length (bytes, m->x0);
  append_length (bytes, -m->y0);
  g_string_append (bytes, "cm\n");
  page->state.ctm = (PatalMatrix) { c->xx * m->xx + c->xy * m->yx, c->yx * m->xx + c->yy * m->yx,
                                    c->xx * m->xy + c->xy * m->yy, c->yx * m->xy + c->yy * m->yy,
                                    c->xx * m->x0 + c->xy * m->y0 + c->x0, c->yx * m->x0 + c->yy * m->y0 + c->y0 };
}

static void
append_step_cb (PatalStep step, const double *points, gpointer data)
{
  static const char *const operators[] = { "m\n", "l\n", "c\n", "h\n" };
  static const guint n_points[] = { 1, 1, 3, 0 };
  GString *bytes = data;

  for (guint i = 0; i < n_points[step]; i++)
    {
      append_length (bytes, points[2 * i]);
      append_length (bytes, -points[2 * i + 1]);
    }
  g_string_append (bytes, operators[step]);
}

/* A path of the shape of a box, which has an operator of its own. */
typedef struct
{
  guint  n;
  double x[4], y[4];
  gboolean other;
} Corners;

static void
gather_corner_cb (PatalStep step, const double *points, gpointer data)
{
  Corners *corners = data;
  PatalStep expected = corners->n == 0 ? PATAL_STEP_MOVE : corners->n < 4 ? PATAL_STEP_LINE : PATAL_STEP_CLOSE;

  corners->other = corners->other || step != expected || corners->n > 4;
  if (!corners->other && corners->n < 4)
    {
      corners->x[corners->n] = points[0];
      corners->y[corners->n] = points[1];
    }
  corners->n++;
}

static void
append_path (GString *bytes, const PatalPath *path)
{
  Corners c = { 0 };

  patal_path_each (path, gather_corner_cb, &c);
  if (!c.other && c.n == 5 && c.y[0] == c.y[1] && c.x[1] == c.x[2] && c.y[2] == c.y[3] && c.x[3] == c.x[0])
    {
      /* downwards, so that dashes begin at the corner where the path does */
      append_length (bytes, c.x[0]);
      append_length (bytes, -c.y[0]);
      append_length (bytes, c.x[2] - c.x[0]);
      append_length (bytes, c.y[0] - c.y[2]);
      g_string_append (bytes, "re\n");
      return;
    }
  patal_path_each (path, append_step_cb, bytes);
}

static void
clip (PatalCanvas *canvas, const PatalPath *path)
{
  GString *bytes = bytes_of (canvas->target);

  append_path (bytes, path);
  g_string_append (bytes, "W n\n");
}

static void
append_ink (GString *bytes, const PatalInk *ink, const char *grey, const char *colour)
{
  const double parts[] = { ink->red, ink->green, ink->blue };
  gboolean is_grey = ink->red == ink->green && ink->green == ink->blue;

  for (guint i = 0; i < (is_grey ? 1 : 3); i++)
    {
      patal_pdf_append_number (bytes, CLAMP (parts[i], 0, 1), 3);
      g_string_append_c (bytes, ' ');
    }
  g_string_append (bytes, is_grey ? grey : colour);
}

static gboolean
same_colour (const PatalInk *a, const PatalInk *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue;
}

static void
use_alpha (PatalPdfPage *page, double alpha)
{
  int level = (int) lround (CLAMP (alpha, 0, 1) * ALPHA_FULL);

  if (level == page->state.alpha)
    return;
  page->alphas[level] = TRUE;
  page->state.alpha = level;
  g_string_append_printf (bytes_of (page), "/A%d gs\n", level);
}

static void
use_fill (PatalPdfPage *page, const PatalInk *ink)
{
  use_alpha (page, ink->alpha);
  if (same_colour (ink, &page->state.fill))
    return;
  page->state.fill = *ink;
  append_ink (bytes_of (page), ink, "g\n", "rg\n");
}

static void
use_stroke (PatalPdfPage *page, const PatalStroke *stroke)
{
  GString *bytes = bytes_of (page);
  State *state = &page->state;

  use_alpha (page, stroke->ink.alpha);
  if (!same_colour (&stroke->ink, &state->stroke))
    append_ink (bytes, &stroke->ink, "G\n", "RG\n");
  if (isnan (state->width) || state->cap != stroke->cap)
    g_string_append_printf (bytes, "%d J %d j\n", stroke->cap, stroke->cap == PATAL_CAP_ROUND);
  if (state->width != stroke->width)
    {
      append_length (bytes, stroke->width);
      g_string_append (bytes, "w\n");
    }
  if (memcmp (state->dash, stroke->dash, sizeof state->dash) != 0)
    {
      guint n = stroke->dash[2] + stroke->dash[3] > 0 ? 4 : stroke->dash[0] + stroke->dash[1] > 0 ? 2 : 0;

      g_string_append_c (bytes, '[');
      for (guint i = 0; i < n; i++)
        append_length (bytes, stroke->dash[i]);
      g_string_append (bytes, "]0 d\n");
    }
  state->stroke = stroke->ink;
  state->cap = stroke->cap;
  state->width = stroke->width;
  memcpy (state->dash, stroke->dash, sizeof state->dash);
}

static void
fill (PatalCanvas *canvas, const PatalPath *path, const PatalInk *ink)
{
  PatalPdfPage *page = canvas->target;

  begin_ink (page);
  use_fill (page, ink);
  append_path (bytes_of (page), path);
  g_string_append (bytes_of (page), "f\n");
}

static void
stroke_path (PatalCanvas *canvas, const PatalPath *path, const PatalStroke *stroke)
{
  PatalPdfPage *page = canvas->target;

  begin_ink (page);
  use_stroke (page, stroke);
  append_path (bytes_of (page), path);
  g_string_append (bytes_of (page), "S\n");
}

static void
add_mark (PatalPdfPage *page, Mark mark)
{
  mark.at = bytes_of (page)->len;
  g_array_append_val (page->drawing->marks, mark);
}

static void
line (PatalCanvas *canvas, double x, double y, const PatalLine *text, const PatalInk *ink)
{
  PatalPdfPage *page = canvas->target;
  GPtrArray *words = page->drawing->words;
  guint first = words->len;

  if (text->n_words == 0)
    return;
  begin_ink (page);
  use_fill (page, ink);
  for (guint i = 0; i < text->n_words; i++)
    g_ptr_array_add (words, text->words[i]);
  if (text->space != NULL && page->known->tagged) /* what parts words must be in the text (14.8.2.5) */
    g_ptr_array_add (words, text->space);
  g_ptr_array_add (page->drawing->texts, patal_paragraph_ref (text->paragraph));
  add_mark (page, (Mark) { .kind = MARK_LINE, .first = first, .n = words->len - first, .x = x, .y = y,
                           .size = text->size_pt });
}

/* Pictures fill the square from 0, 0 to 1, 1. */
static void
begin_square (GString *bytes, const PatalBox *box)
{
  g_string_append (bytes, "q ");
  append_length (bytes, box->width);
  g_string_append (bytes, "0 0 ");
  append_length (bytes, box->height);
  append_length (bytes, box->x);
  append_length (bytes, -(box->y + box->height));
  g_string_append (bytes, "cm\n");
}

static void
picture (PatalCanvas *canvas, const PatalBox *box, PatalPicture *drawn)
{
  PatalPdfPage *page = canvas->target;

  begin_ink (page);
  use_alpha (page, 1);
  begin_square (bytes_of (page), box);
  add_mark (page, (Mark) { .kind = MARK_PICTURE, .what = patal_picture_ref (drawn) });
  g_string_append (bytes_of (page), "Q\n");
}

/* In the base of 85: no byte can be taken for the end, and it deflates to less than hexadecimal figures do. */
static void
append_base85 (GString *bytes, const guint8 *data, gsize n)
{
  for (gsize i = 0; i < n; i += 4)
    {
      guint n_given = (guint) MIN (n - i, 4);
      guint32 four = 0;
      char digits[5];

      for (guint j = 0; j < 4; j++)
        four = four << 8 | (j < n_given ? data[i + j] : 0);
      if (four == 0 && n_given == 4)
        {
          g_string_append_c (bytes, 'z');
          continue;
        }
      for (guint j = 5; j-- > 0; four /= 85)
        digits[j] = (char) ('!' + four % 85);
      patal_pdf_append (bytes, digits, n_given + 1);
    }
  g_string_append (bytes, "~>");
}

static void
stencil (PatalCanvas *canvas, const PatalBox *box, const PatalStencil *drawn, const PatalInk *ink)
{
  PatalPdfPage *page = canvas->target;
  GString *bytes = bytes_of (page);

  begin_ink (page);
  use_fill (page, ink);
  begin_square (bytes, box);
  g_string_append_printf (bytes, "BI/W %u/H %u/IM true/D[1 0]/F/A85 ID ", drawn->width, drawn->height);
  append_base85 (bytes, drawn->bits, (gsize) (drawn->width + 7) / 8 * drawn->height);
  g_string_append (bytes, "\nEI Q\n");
}

/* FALSE: no page that was resolved by now has it. */
static gboolean
find_known (PatalPdfKnown *known, const char *key, guint *number)
{
  guint found;

  g_mutex_lock (&known->mutex);
  found = GPOINTER_TO_UINT (g_hash_table_lookup (known->groups, key));
  g_mutex_unlock (&known->mutex);
  *number = found - 1;
  return found > 0;
}

static gboolean
group_begin (PatalCanvas *canvas, const char *key)
{
  PatalPdfPage *page = canvas->target;
  Mark mark = { .kind = MARK_GROUP };
  gboolean known = find_known (page->known, key, &mark.number);

  g_return_val_if_fail (page->drawing == page->own, FALSE); /* groups do not nest */
  begin_ink (page);
  mark.what = known ? NULL : g_strdup (key);
  add_mark (page, mark);
  if (known || g_hash_table_contains (page->groups, key))
    return FALSE;
  page->drawing = drawing_new (WORDS_OF_GROUP);
  g_hash_table_insert (page->groups, g_strdup (key), page->drawing);
  page->outside = page->state;
  page->state = fresh_state (page->state.ctm, ALPHA_UNKNOWN);
  return TRUE;
}

static void
group_end (PatalCanvas *canvas)
{
  PatalPdfPage *page = canvas->target;

  page->drawing = page->own;
  page->state = page->outside;
}

/* --- What is not ink --- */

static void
to_page (const PatalPdfPage *page, double x, double y, double *out_x, double *out_y)
{
  const PatalMatrix *c = &page->state.ctm;

  *out_x = c->xx * x + c->xy * y + c->x0;
  *out_y = c->yx * x + c->yy * y + c->y0;
}

static void
add_link (PatalCanvas *canvas, const PatalBox *box, const char *target)
{
  PatalPdfPage *page = canvas->target;
  PatalPdfLink made = { .target = g_strdup (target) };
  double x0, y0, x1, y1;

  to_page (page, box->x, box->y, &x0, &y0);
  to_page (page, box->x + box->width, box->y + box->height, &x1, &y1);
  made.box = (PatalBox) { MIN (x0, x1), MIN (y0, y1), fabs (x1 - x0), fabs (y1 - y0) };
  patal_pdf_tags_link (page->sheet.tags, page->sheet.links->len);
  g_array_append_val (page->sheet.links, made);
}

static void
add_place (PatalPdfPage *page, GArray *places, double y, const char *text, guint level)
{
  PatalPdfPlace made = { .text = g_strdup (text), .level = level };
  double x;

  to_page (page, 0, y, &x, &made.y);
  g_array_append_val (places, made);
}

static void
anchor (PatalCanvas *canvas, double y, const char *name)
{
  PatalPdfPage *page = canvas->target;

  add_place (page, page->sheet.anchors, y, name, 0);
}

static void
bookmark (PatalCanvas *canvas, guint level, double y, const char *title)
{
  PatalPdfPage *page = canvas->target;

  add_place (page, page->sheet.bookmarks, y, title, level);
}

static void
tag_begin (PatalCanvas *canvas, const PatalTagged *tagged)
{
  PatalPdfPage *page = canvas->target;

  g_return_if_fail (page->drawing == page->own); /* groups hold no tags */
  patal_pdf_tags_begin (page->sheet.tags, tagged, bytes_of (page));
}

static void
tag_end (PatalCanvas *canvas)
{
  PatalPdfPage *page = canvas->target;

  g_return_if_fail (page->drawing == page->own);
  patal_pdf_tags_end (page->sheet.tags, bytes_of (page));
}

static const PatalPlayer pdf_player = {
  save, restore, transform, clip, fill, stroke_path, line, picture, stencil, group_begin, group_end, add_link, anchor,
  bookmark, tag_begin, tag_end,
};

/* --- After the drawing --- */

static void
append_code (GString *bytes, PatalPdfCode code)
{
  const guint8 two[] = { (guint8) (PATAL_PDF_CODE_GLYPH (code) >> 8), (guint8) PATAL_PDF_CODE_GLYPH (code) };

  for (guint i = 0; i < 2; i++)
    {
      if (two[i] == '(' || two[i] == ')' || two[i] == '\\')
        g_string_append_c (bytes, '\\');
      if (two[i] == '\r') /* would be read as a line feed */
        g_string_append (bytes, "\\r");
      else
        g_string_append_c (bytes, (char) two[i]);
    }
}

static void
append_line (GString *bytes, const Drawing *drawing, const Mark *mark)
{
  guint font = G_MAXUINT;

  for (guint w = mark->first; w < mark->first + mark->n; w++)
    {
      const GArray *codes = drawing->codes->pdata[w];

      for (guint i = 0; i < codes->len; i++)
        {
          PatalPdfCode code = g_array_index (codes, PatalPdfCode, i);

          if (PATAL_PDF_CODE_FONT (code) != font)
            {
              gboolean first = font == G_MAXUINT;

              font = PATAL_PDF_CODE_FONT (code);
              patal_pdf_append (bytes, first ? "BT/F" : ")Tj/F", first ? 4 : 5);
              patal_pdf_append_number (bytes, font, 0);
              g_string_append_c (bytes, ' ');
              append_length (bytes, mark->size);
              patal_pdf_append (bytes, "Tf ", 3);
              if (first)
                {
                  append_length (bytes, mark->x);
                  append_length (bytes, -mark->y);
                  patal_pdf_append (bytes, "Td", 2);
                }
              g_string_append_c (bytes, '(');
            }
          append_code (bytes, code);
        }
    }
  if (font != G_MAXUINT)
    patal_pdf_append (bytes, ")Tj ET\n", 7);
}

static GString *
drawing_content (const Drawing *drawing)
{
  GString *content = g_string_sized_new (drawing->bytes->len + 8 * drawing->words->len);
  gsize from = 0;

  for (guint i = 0; i < drawing->marks->len; i++)
    {
      const Mark *mark = &g_array_index (drawing->marks, Mark, i);

      patal_pdf_append (content, drawing->bytes->str + from, mark->at - from);
      from = mark->at;
      if (mark->kind == MARK_LINE)
        append_line (content, drawing, mark);
      else
        {
          patal_pdf_append (content, mark->kind == MARK_GROUP ? "/G" : "/P", 2);
          patal_pdf_append_number (content, mark->number, 0);
          patal_pdf_append (content, " Do\n", 4);
        }
    }
  patal_pdf_append (content, drawing->bytes->str + from, drawing->bytes->len - from);
  return content;
}

GString *
patal_pdf_page_content (PatalPdfPage *page)
{
  return drawing_content (page->own);
}

static void
resolve_drawing (PatalPdfPage *page, Drawing *drawing, const PatalPdfResolver *resolver)
{
  g_ptr_array_set_size (drawing->codes, (gint) drawing->words->len);
  for (guint i = 0; i < drawing->words->len; i++)
    drawing->codes->pdata[i] = (gpointer) resolver->codes (drawing->words->pdata[i], resolver->data);
  for (guint i = 0; i < drawing->marks->len; i++)
    {
      Mark *mark = &g_array_index (drawing->marks, Mark, i);

      if (mark->kind == MARK_PICTURE)
        mark->number = resolver->picture (mark->what, resolver->data);
      else if (mark->kind == MARK_GROUP && mark->what != NULL)
        {
          Drawing *group = g_hash_table_lookup (page->groups, mark->what);
          GString *content = NULL;

          if (group != NULL && group->codes->len == 0)
            {
              resolve_drawing (page, group, resolver);
              content = drawing_content (group);
            }
          mark->number = resolver->group (mark->what, content, resolver->data);
          if (content != NULL)
            g_string_free (content, TRUE);
        }
    }
}

void
patal_pdf_page_resolve (PatalPdfPage *page, const PatalPdfResolver *resolver)
{
  patal_pdf_tags_close (page->sheet.tags, page->own->bytes);
  resolve_drawing (page, page->own, resolver);
  for (guint i = 0; i < G_N_ELEMENTS (page->alphas); i++)
    if (page->alphas[i])
      resolver->alpha ((guint8) i, resolver->data);
}
