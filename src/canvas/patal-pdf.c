/* patal-pdf.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf.h"
#include "patal-deflate.h"
#include "patal-hash.h"
#include "patal-pdf-font.h"
#include "patal-pdf-outline.h"
#include "patal-pdf-page.h"
#include "patal-pdf-picture.h"
#include "patal-pdf-tree.h"
#include <string.h>

#define PAGES_IN_PORTION 4
#define PAGES_IN_NODE 128   /* of the tree of pages */
#define MAX_THREADS 8
#define MAX_KNOWN_WORDS 50000 /* their codes are remembered; then they are looked up anew */
#define LENGTH_DECIMALS 2

typedef struct
{
  guint page;  /* object number */
  double top;  /* upwards from the page's foot, as PDF counts */
  char *text;
} Place;

struct _PatalPdf
{
  PatalPdfFile  *file;
  PatalPdfFonts *fonts;
  PatalPdfTree  *tree;    /* (nullable): the document is not tagged */
  PatalPdfKnown  known;   /* a group's number is its place in @group_objects */
  PatalPdfInfo   info;    /* its strings are owned */
  GHashTable *words;      /* PatalWord (held) → GArray of PatalPdfCode */
  GHashTable *pictures;   /* PatalPicture (held) → number in @picture_objects, and one more */
  GArray     *group_objects, *picture_objects; /* of guint */
  GArray     *nodes;      /* of guint: object numbers of the tree's nodes */
  GArray     *node_pages; /* of guint: how many pages each holds */
  GString    *kids;       /* of the last node */
  guint       root_pages, resources;
  PatalPdfOutline *outline;
  GArray     *anchors;    /* of Place */
  gboolean    alphas[256];
  PatalPdfPage *page;     /* between begin and end */
};

static void
place_clear (gpointer data)
{
  g_free (((Place *) data)->text);
}

/* A page asks for some twenty groups. */
static guint
key_hash (gconstpointer key)
{
  return patal_hash (key, strlen (key), 0);
}

PatalPdf *
patal_pdf_new (GOutputStream *stream, const PatalPdfInfo *info)
{
  PatalPdf *pdf = g_new0 (PatalPdf, 1);

  pdf->file = patal_pdf_file_new (stream);
  pdf->fonts = patal_pdf_fonts_new ();
  pdf->known.lang = info->lang;
  pdf->known.tagged = info->tagged;
  g_mutex_init (&pdf->known.mutex);
  pdf->known.groups = g_hash_table_new_full (key_hash, g_str_equal, g_free, NULL);
  pdf->info = *info;
  pdf->info.title = g_strdup (info->title);
  pdf->info.author = g_strdup (info->author);
  pdf->info.subject = g_strdup (info->subject);
  pdf->words = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) patal_word_unref, (GDestroyNotify) g_array_unref);
  pdf->pictures = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) patal_picture_unref, NULL);
  pdf->group_objects = g_array_new (FALSE, FALSE, sizeof (guint));
  pdf->picture_objects = g_array_new (FALSE, FALSE, sizeof (guint));
  pdf->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  pdf->node_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  pdf->kids = g_string_new (NULL);
  if (info->tagged)
    pdf->tree = patal_pdf_tree_new (pdf->file, info->lang);
  pdf->root_pages = patal_pdf_file_reserve (pdf->file);
  pdf->resources = patal_pdf_file_reserve (pdf->file);
  pdf->outline = patal_pdf_outline_new (pdf->file);
  pdf->anchors = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (pdf->anchors, place_clear);
  return pdf;
}

void
patal_pdf_free (PatalPdf *pdf)
{
  if (pdf == NULL)
    return;
  patal_pdf_page_free (pdf->page);
  patal_pdf_outline_free (pdf->outline);
  patal_pdf_file_free (pdf->file);
  patal_pdf_fonts_free (pdf->fonts);
  patal_pdf_tree_free (pdf->tree);
  g_hash_table_unref (pdf->known.groups);
  g_mutex_clear (&pdf->known.mutex);
  g_free ((char *) pdf->info.title);
  g_free ((char *) pdf->info.author);
  g_free ((char *) pdf->info.subject);
  g_hash_table_unref (pdf->words);
  g_hash_table_unref (pdf->pictures);
  g_array_unref (pdf->group_objects);
  g_array_unref (pdf->picture_objects);
  g_array_unref (pdf->nodes);
  g_array_unref (pdf->node_pages);
  g_string_free (pdf->kids, TRUE);
  g_array_unref (pdf->anchors);
  g_free (pdf);
}

/* --- What pages ask for, in their order --- */

/* What they asked for and the file has not yet: pages are resolved ahead of those that are written. One of the two. */
typedef struct
{
  GString      *group; /* its content */
  PatalPicture *picture;
} Asked;

static void
asked_clear (gpointer data)
{
  Asked *asked = data;

  if (asked->group != NULL)
    g_string_free (asked->group, TRUE);
  patal_picture_unref (asked->picture);
}

static GArray *
asked_new (void)
{
  GArray *asked = g_array_new (FALSE, FALSE, sizeof (Asked));

  g_array_set_clear_func (asked, asked_clear);
  return asked;
}

typedef struct
{
  PatalPdf *pdf;
  GArray   *asked;
} Resolving;

static const GArray *
codes_cb (PatalWord *word, gpointer data)
{
  PatalPdf *pdf = ((const Resolving *) data)->pdf;
  GArray *codes = g_hash_table_lookup (pdf->words, word);

  if (codes == NULL)
    {
      codes = g_array_new (FALSE, FALSE, sizeof (PatalPdfCode));
      patal_pdf_fonts_encode (pdf->fonts, word, codes);
      g_hash_table_insert (pdf->words, patal_word_ref (word), codes);
    }
  return codes;
}

static void
alpha_cb (guint8 alpha, gpointer data)
{
  ((const Resolving *) data)->pdf->alphas[alpha] = TRUE;
}

static guint
picture_cb (PatalPicture *picture, gpointer data)
{
  const Resolving *resolving = data;
  GHashTable *pictures = resolving->pdf->pictures;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (pictures, picture));

  if (known == 0)
    {
      Asked asked = { .picture = patal_picture_ref (picture) };

      g_array_append_val (resolving->asked, asked);
      known = g_hash_table_size (pictures) + 1;
      g_hash_table_insert (pictures, patal_picture_ref (picture), GUINT_TO_POINTER (known));
    }
  return known - 1;
}

static guint
group_cb (const char *key, GString *content, gpointer data)
{
  const Resolving *resolving = data;
  PatalPdfKnown *pages = &resolving->pdf->known;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (pages->groups, key));

  if (known == 0)
    {
      Asked asked = { .group = g_string_new_len (content->str, (gssize) content->len) };

      g_array_append_val (resolving->asked, asked);
      g_mutex_lock (&pages->mutex);
      known = g_hash_table_size (pages->groups) + 1;
      g_hash_table_insert (pages->groups, g_strdup (key), GUINT_TO_POINTER (known));
      g_mutex_unlock (&pages->mutex);
    }
  return known - 1;
}

static void
resolve (PatalPdf *pdf, PatalPdfPage *page, GArray *asked)
{
  Resolving resolving = { pdf, asked };
  const PatalPdfResolver resolver = { codes_cb, picture_cb, alpha_cb, group_cb, &resolving };

  patal_pdf_page_resolve (page, &resolver);
}

static guint
write_group (PatalPdf *pdf, const GString *content)
{
  guint object = patal_pdf_file_reserve (pdf->file);
  /* The box is wider than any page: a group is cut by the page, not by itself. */
  g_autofree char *entries = g_strdup_printf ("/Type/XObject/Subtype/Form/BBox[-14400 -14400 14400 14400]"
                                              "/Resources %u 0 R", pdf->resources);

  patal_pdf_file_deflate (pdf->file, object, entries, (const guint8 *) content->str, content->len);
  return object;
}

/* In the order in which it was asked for, which is that of the numbers. */
static void
write_asked (PatalPdf *pdf, GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Asked *asked = &g_array_index (all, Asked, i);
      guint object = asked->group != NULL ? write_group (pdf, asked->group) : patal_pdf_write_picture (pdf->file, asked->picture);

      g_array_append_val (asked->group != NULL ? pdf->group_objects : pdf->picture_objects, object);
    }
  g_array_set_size (all, 0);
}

/* --- Pages --- */

static void
append_link (GString *body, const PatalPdfLink *link, double page_height)
{
  const double edges[] = { link->box.x, page_height - link->box.y - link->box.height, link->box.x + link->box.width,
                           page_height - link->box.y };

  g_string_append (body, "<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[");
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      patal_pdf_append_number (body, edges[i], LENGTH_DECIMALS);
      g_string_append_c (body, ' ');
    }
  if (link->target[0] == '#')
    {
      g_string_append (body, "]/Dest");
      patal_pdf_append_text (body, link->target + 1);
    }
  else
    {
      g_string_append (body, "]/A<</S/URI/URI");
      patal_pdf_append_text (body, link->target);
      g_string_append (body, ">>");
    }
}

static void
keep_places (PatalPdf *pdf, const PatalPdfSheet *sheet, guint number)
{
  for (guint i = 0; i < sheet->anchors->len; i++)
    {
      const PatalPdfPlace *place = &g_array_index (sheet->anchors, PatalPdfPlace, i);
      Place made = { number, sheet->height - place->y, g_strdup (place->text) };

      g_array_append_val (pdf->anchors, made);
    }
  for (guint i = 0; i < sheet->bookmarks->len; i++)
    {
      const PatalPdfPlace *place = &g_array_index (sheet->bookmarks, PatalPdfPlace, i);

      patal_pdf_outline_add (pdf->outline, place->level, number, sheet->height - place->y, place->text);
    }
}

static void
end_node (PatalPdf *pdf)
{
  g_autoptr (GString) body = g_string_new (NULL);
  guint last = pdf->nodes->len - 1;

  g_string_append_printf (body, "<</Type/Pages/Parent %u 0 R/Count %u/Kids[%s]>>", pdf->root_pages,
                          g_array_index (pdf->node_pages, guint, last), pdf->kids->str);
  patal_pdf_file_object (pdf->file, g_array_index (pdf->nodes, guint, last), body->str, body->len);
  g_string_truncate (pdf->kids, 0);
}

/* The number of the tree's node for one more page. */
static guint
node_for_page (PatalPdf *pdf)
{
  guint node, one = 1;

  if (pdf->nodes->len > 0 && g_array_index (pdf->node_pages, guint, pdf->nodes->len - 1) < PAGES_IN_NODE)
    {
      g_array_index (pdf->node_pages, guint, pdf->nodes->len - 1)++;
      return g_array_index (pdf->nodes, guint, pdf->nodes->len - 1);
    }
  if (pdf->nodes->len > 0)
    end_node (pdf);
  node = patal_pdf_file_reserve (pdf->file);
  g_array_append_val (pdf->nodes, node);
  g_array_append_val (pdf->node_pages, one);
  return node;
}

/* In a tagged document an element names each link, which therefore is an object of its own, and says what it is. */
static guint
write_tagged_link (PatalPdf *pdf, const PatalPdfLink *link, double page_height, guint key)
{
  guint number = patal_pdf_file_reserve (pdf->file);
  g_autoptr (GString) body = g_string_new (NULL);

  append_link (body, link, page_height);
  g_string_append_printf (body, "/StructParent %u/Contents", key);
  patal_pdf_append_text (body, link->target);
  g_string_append (body, ">>");
  patal_pdf_file_object (pdf->file, number, body->str, body->len);
  return number;
}

static void
append_links (PatalPdf *pdf, const PatalPdfSheet *sheet, guint page, GString *body)
{
  guint n = sheet->links->len, key = pdf->tree != NULL ? patal_pdf_tree_key (pdf->tree) : 0;
  g_autofree guint *numbers = g_new (guint, n);

  if (n > 0)
    g_string_append (body, "/Annots[");
  for (guint i = 0; i < n; i++)
    {
      const PatalPdfLink *link = &g_array_index (sheet->links, PatalPdfLink, i);

      if (pdf->tree != NULL)
        {
          numbers[i] = write_tagged_link (pdf, link, sheet->height, key + 1 + i);
          g_string_append_printf (body, "%u 0 R ", numbers[i]);
          continue;
        }
      append_link (body, link, sheet->height);
      g_string_append (body, ">>");
    }
  if (n > 0)
    g_string_append_c (body, ']');
  if (pdf->tree == NULL)
    return;
  g_string_append_printf (body, "/Tabs/S/StructParents %u", key);
  patal_pdf_tree_add_page (pdf->tree, patal_pdf_tags_steps (sheet->tags), page, numbers, n);
}

static void
write_page (PatalPdf *pdf, const PatalPdfPage *page, const guint8 *deflated, gsize length)
{
  guint content = patal_pdf_file_reserve (pdf->file), number = patal_pdf_file_reserve (pdf->file);
  guint node = node_for_page (pdf);
  const PatalPdfSheet *sheet = patal_pdf_page_sheet (page);
  g_autoptr (GString) body = g_string_new (NULL);

  patal_pdf_file_stream (pdf->file, content, "/Filter/FlateDecode", deflated, length);
  g_string_append (body, "<</Type/Page/Parent ");
  patal_pdf_append_reference (body, node);
  g_string_append (body, "/Resources ");
  patal_pdf_append_reference (body, pdf->resources);
  g_string_append (body, "/Contents ");
  patal_pdf_append_reference (body, content);
  g_string_append (body, "/MediaBox[0 0 ");
  patal_pdf_append_number (body, sheet->width, LENGTH_DECIMALS);
  g_string_append_c (body, ' ');
  patal_pdf_append_number (body, sheet->height, LENGTH_DECIMALS);
  g_string_append_c (body, ']');
  append_links (pdf, sheet, number, body);
  g_string_append (body, ">>");
  patal_pdf_file_object (pdf->file, number, body->str, body->len);
  patal_pdf_append_reference (pdf->kids, number);
  g_string_append_c (pdf->kids, ' ');
  keep_places (pdf, sheet, number);
}

static guint8 *
deflate_content (PatalPdfPage *page, gsize *out_length)
{
  g_autoptr (GString) content = patal_pdf_page_content (page);

  return patal_deflate (content->str, content->len, out_length);
}

/* Between pages nobody holds their codes. */
static void
forget_words (PatalPdf *pdf)
{
  if (g_hash_table_size (pdf->words) > MAX_KNOWN_WORDS)
    g_hash_table_remove_all (pdf->words);
}

PatalCanvas *
patal_pdf_page_begin (PatalPdf *pdf, double width, double height)
{
  g_return_val_if_fail (pdf->page == NULL, NULL);
  pdf->page = patal_pdf_page_new (&pdf->known, width, height);
  return patal_pdf_page_canvas (pdf->page);
}

void
patal_pdf_page_end (PatalPdf *pdf)
{
  g_autofree guint8 *deflated = NULL;
  g_autoptr (GArray) asked = asked_new ();
  gsize length;

  g_return_if_fail (pdf->page != NULL);
  resolve (pdf, pdf->page, asked);
  write_asked (pdf, asked);
  deflated = deflate_content (pdf->page, &length);
  write_page (pdf, pdf->page, deflated, length);
  g_clear_pointer (&pdf->page, patal_pdf_page_free);
  forget_words (pdf);
}

/* A portion's page. */
typedef struct
{
  PatalPdfPage *page;
  guint8       *deflated;
  gsize         length;
} Drawn;

/* Portions that are worked on together. */
typedef struct
{
  PatalPdf               *pdf;
  const PatalPdfPortions *portions;
  const PatalProgress    *progress;
  GArray                 *drawn[PATAL_CREW_ROOM]; /* of Drawn, of each that is under way */
  GArray                 *asked[PATAL_CREW_ROOM]; /* of Asked, likewise */
  GError                 *fetching;               /* what stopped the first step */
} Work;

static void
drawn_clear (gpointer data)
{
  Drawn *drawn = data;

  g_clear_pointer (&drawn->page, patal_pdf_page_free);
  g_clear_pointer (&drawn->deflated, g_free);
}

static GArray *
drawn_of (const Work *work, guint portion)
{
  return work->drawn[portion % PATAL_CREW_ROOM];
}

static gboolean
fetch_step (guint portion, gpointer data)
{
  Work *work = data;
  const PatalPdfPortions *portions = work->portions;

  return patal_progress_step (work->progress, portion, portions->n, &work->fetching)
         && (portions->fetch == NULL || portions->fetch (portion, portions->data, &work->fetching));
}

static gboolean
draw_step (guint portion, gpointer data)
{
  Work *work = data;
  const PatalPdfPortions *portions = work->portions;
  GArray *all = drawn_of (work, portion);

  g_array_set_size (all, portions->count (portion, portions->data));
  for (guint i = 0; i < all->len; i++)
    {
      double width, height;
      PatalPdfPage *page;

      portions->size (portion, i, portions->data, &width, &height);
      g_array_index (all, Drawn, i).page = page = patal_pdf_page_new (&work->pdf->known, width, height);
      portions->draw (patal_pdf_page_canvas (page), portion, i, portions->data);
    }
  return TRUE;
}

static gboolean
settle_step (guint portion, gpointer data)
{
  Work *work = data;
  const PatalPdfPortions *portions = work->portions;
  GArray *all = drawn_of (work, portion);
  g_autofree PatalCanvas **canvases = g_new (PatalCanvas *, all->len);

  for (guint i = 0; i < all->len; i++)
    canvases[i] = patal_pdf_page_canvas (g_array_index (all, Drawn, i).page);
  if (portions->settle != NULL)
    portions->settle (portion, canvases, portions->data);
  for (guint i = 0; i < all->len; i++)
    resolve (work->pdf, g_array_index (all, Drawn, i).page, work->asked[portion % PATAL_CREW_ROOM]);
  forget_words (work->pdf);
  return TRUE;
}

static gboolean
deflate_step (guint portion, gpointer data)
{
  Work *work = data;
  GArray *all = drawn_of (work, portion);

  for (guint i = 0; i < all->len; i++)
    {
      Drawn *drawn = &g_array_index (all, Drawn, i);

      drawn->deflated = deflate_content (drawn->page, &drawn->length);
    }
  if (work->portions->release != NULL)
    work->portions->release (portion, work->portions->data);
  return TRUE;
}

static gboolean
write_step (guint portion, gpointer data)
{
  Work *work = data;
  GArray *all = drawn_of (work, portion);

  write_asked (work->pdf, work->asked[portion % PATAL_CREW_ROOM]);
  for (guint i = 0; i < all->len; i++)
    {
      const Drawn *drawn = &g_array_index (all, Drawn, i);

      write_page (work->pdf, drawn->page, drawn->deflated, drawn->length);
    }
  g_array_set_size (all, 0);
  return patal_pdf_file_check (work->pdf->file, NULL);
}

gboolean
patal_pdf_portions (PatalPdf *pdf, const PatalPdfPortions *portions, const PatalProgress *progress, GError **error)
{
  static const PatalCrewStep steps[] = {
    { PATAL_CREW_HERE, fetch_step }, { PATAL_CREW_APART, draw_step }, { PATAL_CREW_IN_TURN, settle_step },
    { PATAL_CREW_APART, deflate_step }, { PATAL_CREW_IN_TURN, write_step },
  };
  /* one portion is done sooner than threads begin */
  g_autoptr (PatalCrew) crew = patal_crew_new (MIN (portions->n, MIN (g_get_num_processors (), MAX_THREADS)));
  Work work = { .pdf = pdf, .portions = portions, .progress = progress };
  gboolean good;

  for (guint i = 0; i < PATAL_CREW_ROOM; i++)
    {
      work.drawn[i] = g_array_new (FALSE, TRUE, sizeof (Drawn));
      g_array_set_clear_func (work.drawn[i], drawn_clear);
      work.asked[i] = asked_new ();
    }
  good = patal_crew_run (crew, portions->n, steps, G_N_ELEMENTS (steps), &work);
  for (guint i = 0; i < PATAL_CREW_ROOM; i++)
    {
      g_array_unref (work.drawn[i]);
      g_array_unref (work.asked[i]);
    }
  if (work.fetching != NULL)
    g_propagate_error (error, g_steal_pointer (&work.fetching));
  else if (!good)
    patal_pdf_file_check (pdf->file, error);
  return good && patal_progress_step (progress, portions->n, portions->n, error);
}

/* --- Pages that can be drawn at once --- */

typedef struct
{
  const PatalPdfPages *pages;
  guint                n;
} Alike;

static guint
count_cb (guint portion, gpointer data)
{
  const Alike *alike = data;

  return MIN (PAGES_IN_PORTION, alike->n - portion * PAGES_IN_PORTION);
}

static void
size_cb (guint portion, guint page, gpointer data, double *width, double *height)
{
  const PatalPdfPages *pages = ((const Alike *) data)->pages;

  *width = pages->width;
  *height = pages->height;
  if (pages->size != NULL)
    pages->size (portion * PAGES_IN_PORTION + page, pages->data, width, height);
}

static void
draw_cb (PatalCanvas *canvas, guint portion, guint page, gpointer data)
{
  const PatalPdfPages *pages = ((const Alike *) data)->pages;

  pages->draw (canvas, portion * PAGES_IN_PORTION + page, pages->data);
}

gboolean
patal_pdf_pages (PatalPdf *pdf, const PatalPdfPages *pages, guint n_pages, const PatalProgress *progress, GError **error)
{
  Alike alike = { pages, n_pages };
  const PatalPdfPortions portions = { .n = (n_pages + PAGES_IN_PORTION - 1) / PAGES_IN_PORTION, .count = count_cb, .size = size_cb,
                                      .draw = draw_cb, .data = &alike };

  return patal_pdf_portions (pdf, &portions, progress, error);
}

/* --- The end --- */

static void
write_resources (PatalPdf *pdf)
{
  g_autoptr (GString) body = g_string_new ("<</Font<<");

  for (guint i = 0; i < patal_pdf_fonts_count (pdf->fonts); i++)
    {
      guint number = patal_pdf_file_reserve (pdf->file);

      patal_pdf_fonts_write (pdf->fonts, i, pdf->file, number);
      g_string_append_printf (body, "/F%u %u 0 R", i, number);
    }
  g_string_append (body, ">>/XObject<<");
  for (guint i = 0; i < pdf->group_objects->len; i++)
    g_string_append_printf (body, "/G%u %u 0 R", i, g_array_index (pdf->group_objects, guint, i));
  for (guint i = 0; i < pdf->picture_objects->len; i++)
    g_string_append_printf (body, "/P%u %u 0 R", i, g_array_index (pdf->picture_objects, guint, i));
  g_string_append (body, ">>/ExtGState<<");
  for (guint i = 0; i < G_N_ELEMENTS (pdf->alphas); i++)
    if (pdf->alphas[i])
      {
        g_string_append_printf (body, "/A%u<</ca ", i);
        patal_pdf_append_number (body, i / 255.0, 4);
        g_string_append (body, "/CA ");
        patal_pdf_append_number (body, i / 255.0, 4);
        g_string_append (body, ">>");
      }
  g_string_append (body, ">>>>");
  patal_pdf_file_object (pdf->file, pdf->resources, body->str, body->len);
}

static void
write_tree (PatalPdf *pdf)
{
  g_autoptr (GString) body = g_string_new ("<</Type/Pages/Kids[");
  guint count = 0;

  if (pdf->nodes->len > 0)
    end_node (pdf);
  for (guint i = 0; i < pdf->nodes->len; i++)
    {
      g_string_append_printf (body, "%u 0 R ", g_array_index (pdf->nodes, guint, i));
      count += g_array_index (pdf->node_pages, guint, i);
    }
  g_string_append_printf (body, "]/Count %u>>", count);
  patal_pdf_file_object (pdf->file, pdf->root_pages, body->str, body->len);
}

static void
append_destination (GString *body, const Place *place)
{
  g_string_append_printf (body, "[%u 0 R/XYZ 0 ", place->page);
  patal_pdf_append_number (body, place->top, LENGTH_DECIMALS);
  g_string_append (body, " null]");
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Place *) a)->text, ((const Place *) b)->text);
}

/* The named places, which a reader looks up by halving: they stand in order. */
static void
append_anchors (PatalPdf *pdf, GString *body)
{
  if (pdf->anchors->len == 0)
    return;
  g_array_sort (pdf->anchors, compare_places);
  g_string_append (body, "/Names<</Dests<</Names[");
  for (guint i = 0; i < pdf->anchors->len; i++)
    {
      const Place *place = &g_array_index (pdf->anchors, Place, i);

      patal_pdf_append_text (body, place->text);
      append_destination (body, place);
    }
  g_string_append (body, "]>>>>");
}

static void
append_info (GString *body, const char *key, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (body, key);
  patal_pdf_append_text (body, text);
}

static guint
write_info (PatalPdf *pdf)
{
  guint number = patal_pdf_file_reserve (pdf->file);
  g_autoptr (GString) body = g_string_new ("<<");
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (pdf->info.made_at);

  append_info (body, "/Title", pdf->info.title);
  append_info (body, "/Author", pdf->info.author);
  append_info (body, "/Subject", pdf->info.subject);
  append_info (body, "/Producer", "Gram Patal " PATAL_VERSION);
  if (made != NULL)
    {
      g_autofree char *day = g_date_time_format (made, "D:%Y%m%d%H%M%SZ");

      append_info (body, "/CreationDate", day);
    }
  g_string_append (body, ">>");
  patal_pdf_file_object (pdf->file, number, body->str, body->len);
  return number;
}

gboolean
patal_pdf_finish (PatalPdf *pdf, GError **error)
{
  guint root = patal_pdf_file_reserve (pdf->file);
  guint outline = patal_pdf_outline_finish (pdf->outline);
  g_autoptr (GString) body = g_string_new (NULL);

  write_resources (pdf);
  write_tree (pdf);
  g_string_append_printf (body, "<</Type/Catalog/Pages %u 0 R/Lang(%s)/ViewerPreferences<</DisplayDocTitle true>>",
                          pdf->root_pages, patal_pdf_lang (pdf->info.lang));
  if (outline != 0)
    g_string_append_printf (body, "/PageMode/UseOutlines/Outlines %u 0 R", outline);
  if (pdf->tree != NULL)
    g_string_append_printf (body, "/MarkInfo<</Marked true>>/StructTreeRoot %u 0 R", patal_pdf_tree_finish (pdf->tree));
  append_anchors (pdf, body);
  g_string_append (body, ">>");
  patal_pdf_file_object (pdf->file, root, body->str, body->len);
  return patal_pdf_file_finish (pdf->file, root, write_info (pdf), error);
}
