/* patal-pdf.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf.h"
#include "patal-crew.h"
#include "patal-deflate.h"
#include "patal-pdf-font.h"
#include "patal-pdf-outline.h"
#include "patal-pdf-page.h"
#include "patal-pdf-tree.h"
#include <string.h>

#define PAGES_AT_ONCE 64    /* in memory together */
#define PAGES_IN_NODE 128   /* of the tree of pages */
#define FEW_PAGES 8           /* are done sooner than threads begin */
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
  PatalPdfKnown  known;   /* with the groups: key → number in @group_objects, and one more */
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
  PatalCrew *crew;        /* (nullable): from the first pages that are many */
};

static void
place_clear (gpointer data)
{
  g_free (((Place *) data)->text);
}

PatalPdf *
patal_pdf_new (GOutputStream *stream, const PatalPdfInfo *info)
{
  PatalPdf *pdf = g_new0 (PatalPdf, 1);

  pdf->file = patal_pdf_file_new (stream);
  pdf->fonts = patal_pdf_fonts_new ();
  pdf->known.lang = info->lang;
  pdf->known.tagged = info->tagged;
  pdf->known.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  patal_crew_free (pdf->crew);
  patal_pdf_outline_free (pdf->outline);
  patal_pdf_file_free (pdf->file);
  patal_pdf_fonts_free (pdf->fonts);
  patal_pdf_tree_free (pdf->tree);
  g_hash_table_unref (pdf->known.groups);
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

static const GArray *
codes_cb (PatalWord *word, gpointer data)
{
  PatalPdf *pdf = data;
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
  ((PatalPdf *) data)->alphas[alpha] = TRUE;
}

static guint
write_mask (PatalPdf *pdf, const PatalPicture *picture)
{
  gsize n = (gsize) patal_picture_width (picture) * patal_picture_height (picture);
  const guint8 *pixels = patal_picture_pixels (picture);
  g_autofree guint8 *alpha = g_malloc (n);
  guint number = patal_pdf_file_reserve (pdf->file);
  g_autofree char *entries = g_strdup_printf ("/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/DeviceGray"
    "/BitsPerComponent 8", patal_picture_width (picture), patal_picture_height (picture));

  for (gsize i = 0; i < n; i++)
    alpha[i] = pixels[4 * i + 3];
  patal_pdf_file_deflate (pdf->file, number, entries, alpha, n);
  return number;
}

static void
write_pixels (PatalPdf *pdf, const PatalPicture *picture, guint number, GString *entries)
{
  gsize n = (gsize) patal_picture_width (picture) * patal_picture_height (picture);
  const guint8 *pixels = patal_picture_pixels (picture);
  g_autofree guint8 *colours = NULL;

  g_string_append (entries, "/ColorSpace/DeviceRGB");
  if (!patal_picture_has_alpha (picture))
    {
      patal_pdf_file_deflate (pdf->file, number, entries->str, pixels, 3 * n);
      return;
    }
  colours = g_malloc (3 * n);
  for (gsize i = 0; i < n; i++)
    memcpy (colours + 3 * i, pixels + 4 * i, 3);
  g_string_append_printf (entries, "/SMask %u 0 R", write_mask (pdf, picture));
  patal_pdf_file_deflate (pdf->file, number, entries->str, colours, 3 * n);
}

static guint
write_picture (PatalPdf *pdf, const PatalPicture *picture)
{
  guint number = patal_pdf_file_reserve (pdf->file);
  GBytes *jpeg = patal_picture_jpeg (picture);
  g_autoptr (GString) entries = g_string_new (NULL);

  g_string_append_printf (entries, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8",
                          patal_picture_width (picture), patal_picture_height (picture));
  if (jpeg != NULL)
    {
      g_string_append_printf (entries, "/ColorSpace/%s/Filter/DCTDecode",
                              patal_picture_jpeg_is_grey (picture) ? "DeviceGray" : "DeviceRGB");
      patal_pdf_file_stream (pdf->file, number, entries->str, g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg));
    }
  else
    write_pixels (pdf, picture, number, entries);
  return number;
}

static guint
picture_cb (PatalPicture *picture, gpointer data)
{
  PatalPdf *pdf = data;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (pdf->pictures, picture));

  if (known == 0)
    {
      guint object = write_picture (pdf, picture);

      g_array_append_val (pdf->picture_objects, object);
      known = pdf->picture_objects->len;
      g_hash_table_insert (pdf->pictures, patal_picture_ref (picture), GUINT_TO_POINTER (known));
    }
  return known - 1;
}

static guint
group_cb (const char *key, GString *content, gpointer data)
{
  PatalPdf *pdf = data;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (pdf->known.groups, key));

  if (known == 0)
    {
      guint object = patal_pdf_file_reserve (pdf->file);
      /* The box is wider than any page: a group is cut by the page, not by itself. */
      g_autofree char *entries = g_strdup_printf ("/Type/XObject/Subtype/Form/BBox[-14400 -14400 14400 14400]"
                                                  "/Resources %u 0 R", pdf->resources);

      patal_pdf_file_deflate (pdf->file, object, entries, (const guint8 *) content->str, content->len);
      g_array_append_val (pdf->group_objects, object);
      known = pdf->group_objects->len;
      g_hash_table_insert (pdf->known.groups, g_strdup (key), GUINT_TO_POINTER (known));
    }
  return known - 1;
}

static void
resolve (PatalPdf *pdf, PatalPdfPage *page)
{
  const PatalPdfResolver resolver = { codes_cb, picture_cb, alpha_cb, group_cb, pdf };

  patal_pdf_page_resolve (page, &resolver);
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
  g_string_append_printf (body, "<</Type/Page/Parent %u 0 R/Resources %u 0 R/Contents %u 0 R/MediaBox[0 0 ", node,
                          pdf->resources, content);
  patal_pdf_append_number (body, sheet->width, LENGTH_DECIMALS);
  g_string_append_c (body, ' ');
  patal_pdf_append_number (body, sheet->height, LENGTH_DECIMALS);
  g_string_append_c (body, ']');
  append_links (pdf, sheet, number, body);
  g_string_append (body, ">>");
  patal_pdf_file_object (pdf->file, number, body->str, body->len);
  g_string_append_printf (pdf->kids, "%u 0 R ", number);
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
  gsize length;

  g_return_if_fail (pdf->page != NULL);
  resolve (pdf, pdf->page);
  deflated = deflate_content (pdf->page, &length);
  write_page (pdf, pdf->page, deflated, length);
  g_clear_pointer (&pdf->page, patal_pdf_page_free);
  forget_words (pdf);
}

/* Some pages that are worked on together. */
typedef struct
{
  PatalPdf            *pdf;
  const PatalPdfPages *pages;
  guint                first;
  PatalPdfPage        *drawn[PAGES_AT_ONCE];
  guint8              *deflated[PAGES_AT_ONCE];
  gsize                lengths[PAGES_AT_ONCE];
} Batch;

static void
draw_cb (guint i, gpointer data)
{
  Batch *batch = data;
  double width = batch->pages->width, height = batch->pages->height;

  if (batch->pages->size != NULL)
    batch->pages->size (batch->first + i, batch->pages->data, &width, &height);
  batch->drawn[i] = patal_pdf_page_new (&batch->pdf->known, width, height);
  batch->pages->draw (patal_pdf_page_canvas (batch->drawn[i]), batch->first + i, batch->pages->data);
}

static void
deflate_cb (guint i, gpointer data)
{
  Batch *batch = data;

  batch->deflated[i] = deflate_content (batch->drawn[i], &batch->lengths[i]);
}

static gboolean
write_batches (PatalPdf *pdf, PatalCrew *crew, Batch *batch, guint n_pages, const PatalProgress *progress, GError **error)
{
  for (guint first = 0; first < n_pages; first += PAGES_AT_ONCE)
    {
      guint n = MIN (PAGES_AT_ONCE, n_pages - first);

      if (!patal_progress_step (progress, first, n_pages, error) || !patal_pdf_file_check (pdf->file, error))
        return FALSE;
      batch->first = first;
      patal_crew_run (crew, n, draw_cb, batch);
      for (guint i = 0; i < n; i++)
        resolve (pdf, batch->drawn[i]);
      patal_crew_run (crew, n, deflate_cb, batch);
      for (guint i = 0; i < n; i++)
        {
          write_page (pdf, batch->drawn[i], batch->deflated[i], batch->lengths[i]);
          g_clear_pointer (&batch->drawn[i], patal_pdf_page_free);
          g_clear_pointer (&batch->deflated[i], g_free);
        }
      forget_words (pdf);
    }
  return patal_progress_step (progress, n_pages, n_pages, error);
}

gboolean
patal_pdf_pages (PatalPdf *pdf, const PatalPdfPages *pages, guint n_pages, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalCrew) alone = n_pages < FEW_PAGES ? patal_crew_new (1) : NULL;
  Batch batch = { .pdf = pdf, .pages = pages };

  if (alone == NULL && pdf->crew == NULL)
    pdf->crew = patal_crew_new (MIN (g_get_num_processors (), MAX_THREADS));
  return write_batches (pdf, alone != NULL ? alone : pdf->crew, &batch, n_pages, progress, error);
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
