/* patal-pdf-font.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf-font.h"
#include "patal-truetype.h"
#include <string.h>

/* A composite is drawn with places of two bytes, and readers keep its parts on a stack. */
#define MAX_PARTS 64
#define MAX_REACH 16000
/* A code's text: what every reader takes (ISO 32000-1, 9.10.3 and its annex C). */
#define MAX_TEXT 48

typedef struct
{
  PatalFont     *font;
  PatalTrueType *truetype;
  GHashTable    *outlines; /* glyph of @font → glyph of @truetype */
  GHashTable    *tails;    /* text → the empty glyph that carries it */
  GPtrArray     *texts;    /* by glyph of @truetype; NULL: none */
  guint          index;    /* in PatalPdfFonts */
} Embedded;

struct _PatalPdfFonts
{
  GPtrArray  *all;      /* of Embedded */
  GHashTable *open;     /* PatalFont → the Embedded that takes more glyphs */
  GHashTable *clusters; /* GBytes (font, glyphs, text) → GArray of PatalPdfCode */
};

static void
embedded_free (gpointer data)
{
  Embedded *embedded = data;

  patal_truetype_free (embedded->truetype);
  g_hash_table_unref (embedded->outlines);
  g_hash_table_unref (embedded->tails);
  g_ptr_array_unref (embedded->texts);
  g_free (embedded);
}

PatalPdfFonts *
patal_pdf_fonts_new (void)
{
  PatalPdfFonts *fonts = g_new0 (PatalPdfFonts, 1);

  fonts->all = g_ptr_array_new_with_free_func (embedded_free);
  fonts->open = g_hash_table_new (NULL, NULL);
  fonts->clusters = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                           (GDestroyNotify) g_array_unref);
  return fonts;
}

void
patal_pdf_fonts_free (PatalPdfFonts *fonts)
{
  if (fonts == NULL)
    return;
  g_ptr_array_unref (fonts->all);
  g_hash_table_unref (fonts->open);
  g_hash_table_unref (fonts->clusters);
  g_free (fonts);
}

guint
patal_pdf_fonts_count (const PatalPdfFonts *fonts)
{
  return fonts->all->len;
}

/* The embedded font for @font that can take @n_glyphs more. */
static Embedded *
embedded_for (PatalPdfFonts *fonts, PatalFont *font, guint n_glyphs)
{
  Embedded *embedded = g_hash_table_lookup (fonts->open, font);

  if (embedded != NULL && patal_truetype_n_glyphs (embedded->truetype) + n_glyphs <= PATAL_TRUETYPE_MAX_GLYPHS)
    return embedded;
  embedded = g_new0 (Embedded, 1);
  embedded->font = font;
  embedded->truetype = patal_truetype_new (patal_font_upem (font));
  embedded->outlines = g_hash_table_new (NULL, NULL);
  embedded->tails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  embedded->texts = g_ptr_array_new_with_free_func (g_free);
  embedded->index = fonts->all->len;
  g_ptr_array_add (fonts->all, embedded);
  g_hash_table_insert (fonts->open, font, embedded);
  return embedded;
}

static void
set_text (Embedded *embedded, guint glyph, const char *text, gsize length)
{
  if (embedded->texts->len <= glyph)
    g_ptr_array_set_size (embedded->texts, (gint) glyph + 1);
  embedded->texts->pdata[glyph] = g_strndup (text, length);
}

static guint
outline_for (Embedded *embedded, guint32 glyph)
{
  gpointer known = g_hash_table_lookup (embedded->outlines, GUINT_TO_POINTER (glyph));
  guint made;

  if (known != NULL)
    return GPOINTER_TO_UINT (known);
  made = patal_truetype_add_outline (embedded->truetype, patal_font_hb (embedded->font), glyph);
  g_hash_table_insert (embedded->outlines, GUINT_TO_POINTER (glyph), GUINT_TO_POINTER (made));
  return made;
}

/* The composite of @glyphs from @i on, as far as one can reach; moves @i behind them. */
static guint
add_composite (Embedded *embedded, const PatalGlyph *glyphs, guint n_glyphs, guint *i)
{
  PatalTrueTypePart parts[MAX_PARTS];
  gint pen = 0;
  guint n = 0;

  for (; *i < n_glyphs && n < MAX_PARTS && ABS (pen) < MAX_REACH; (*i)++)
    {
      parts[n++] = (PatalTrueTypePart) { outline_for (embedded, glyphs[*i].glyph), pen + glyphs[*i].dx, glyphs[*i].dy };
      pen += glyphs[*i].advance;
    }
  return patal_truetype_add_composite (embedded->truetype, parts, n, pen);
}

/* How many bytes of @text a code may carry that has a width: all before the first mark that takes no place of its own. pdf.js
 * would put a space after a code whose text holds such a mark. */
static gsize
head_length (const char *text, gsize length)
{
  const char *end = text + length, *at;
  guint n = 0;

  for (at = text; at < end && n < MAX_TEXT; at = g_utf8_next_char (at), n++)
    if (at > text && g_unichar_type (g_utf8_get_char (at)) == G_UNICODE_NON_SPACING_MARK)
      break;
  return at - text;
}

/* The rest of a cluster's text, on empty glyphs of no width. */
static void
append_tails (Embedded *embedded, const char *text, gsize length, GArray *codes)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *to = text;
      g_autofree char *tail = NULL;
      gpointer known;
      PatalPdfCode code;

      for (guint n = 0; to < end && n < MAX_TEXT; n++)
        to = g_utf8_next_char (to);
      tail = g_strndup (text, to - text);
      known = g_hash_table_lookup (embedded->tails, tail);
      if (known == NULL)
        {
          guint glyph = patal_truetype_add_composite (embedded->truetype, NULL, 0, 0);

          set_text (embedded, glyph, tail, strlen (tail));
          known = GUINT_TO_POINTER (glyph);
          g_hash_table_insert (embedded->tails, g_steal_pointer (&tail), known);
        }
      code = PATAL_PDF_CODE (embedded->index, GPOINTER_TO_UINT (known));
      g_array_append_val (codes, code);
      text = to;
    }
}

static GArray *
make_codes (PatalPdfFonts *fonts, const PatalPiece *piece, const PatalCluster *cluster, const char *text, gsize length)
{
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (PatalPdfCode));
  const PatalGlyph *glyphs = piece->glyphs + cluster->first_glyph;
  /* its outlines, its composites and its tails, at most */
  Embedded *embedded = embedded_for (fonts, piece->font, 2 * cluster->n_glyphs + (guint) length + 1);
  gsize head = head_length (text, length);
  guint i = 0;

  do
    {
      gboolean first = i == 0;
      guint glyph = add_composite (embedded, glyphs, cluster->n_glyphs, &i);
      PatalPdfCode code = PATAL_PDF_CODE (embedded->index, glyph);

      set_text (embedded, glyph, text, first ? head : 0);
      g_array_append_val (codes, code);
    }
  while (i < cluster->n_glyphs);
  append_tails (embedded, text + head, length - head, codes);
  return codes;
}

static GBytes *
cluster_key (const PatalPiece *piece, const PatalCluster *cluster, const char *text, gsize length)
{
  GByteArray *key = g_byte_array_new ();
  guint font = patal_font_id (piece->font);

  g_byte_array_append (key, (const guint8 *) &font, sizeof font);
  g_byte_array_append (key, (const guint8 *) (piece->glyphs + cluster->first_glyph),
                       cluster->n_glyphs * sizeof (PatalGlyph));
  g_byte_array_append (key, (const guint8 *) text, (guint) length);
  return g_byte_array_free_to_bytes (key);
}

/* The bytes at the end of @text that are joiners, where no mark stands before them. pdf.js leaves out a code whose text ends so. */
static gsize
joiners_at_end (const char *text, gsize length)
{
  gsize n = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (at));

      if (type == G_UNICODE_NON_SPACING_MARK)
        return 0;
      n = type == G_UNICODE_FORMAT ? n + (gsize) (g_utf8_next_char (at) - at) : 0;
    }
  return n < length ? n : 0;
}

void
patal_pdf_fonts_encode (PatalPdfFonts *fonts, const PatalWord *word, GArray *codes)
{
  for (guint p = 0; p < patal_word_n_pieces (word); p++)
    {
      const PatalPiece *piece = patal_word_piece (word, p);
      gsize moved = 0; /* bytes of the cluster before, which this one's code carries */

      for (guint c = 0; c < piece->n_clusters; c++)
        {
          const PatalCluster *cluster = &piece->clusters[c];
          const char *text = patal_word_text (word) + cluster->text_at - moved;
          gsize length = cluster->text_length + moved;
          gboolean goes_on = c + 1 < piece->n_clusters && cluster[1].text_at == cluster->text_at + cluster->text_length;
          g_autoptr (GBytes) key = NULL;
          GArray *known;

          moved = goes_on ? joiners_at_end (text, length) : 0;
          length -= moved;
          key = cluster_key (piece, cluster, text, length);
          known = g_hash_table_lookup (fonts->clusters, key);
          if (known == NULL)
            {
              known = make_codes (fonts, piece, cluster, text, length);
              g_hash_table_insert (fonts->clusters, g_steal_pointer (&key), known);
            }
          g_array_append_vals (codes, known->data, known->len);
        }
    }
}

/* --- Writing --- */

static void
append_utf16_hex (GString *out, const char *text)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);

  for (const gunichar2 *unit = units; unit != NULL && *unit != 0; unit++)
    g_string_append_printf (out, "%04X", *unit);
}

static void
write_to_unicode (const Embedded *embedded, PatalPdfFile *file, guint number)
{
  const guint at_once = 100; /* the most that a block may hold */
  g_autoptr (GString) map = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint glyph = 0; glyph < embedded->texts->len; glyph++)
    if (embedded->texts->pdata[glyph] != NULL)
      g_array_append_val (told, glyph);
  for (guint i = 0; i < told->len; i++)
    {
      guint glyph = g_array_index (told, guint, i);

      if (i % at_once == 0)
        g_string_append_printf (map, "%u beginbfchar\n", MIN (at_once, told->len - i));
      g_string_append_printf (map, "<%04X> <", glyph);
      append_utf16_hex (map, embedded->texts->pdata[glyph]);
      g_string_append (map, ">\n");
      if (i % at_once == at_once - 1 || i + 1 == told->len)
        g_string_append (map, "endbfchar\n");
    }
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  patal_pdf_file_deflate (file, number, "", (const guint8 *) map->str, map->len);
}

/* The name with the six letters that say that it is a part of the font; a font without a name of its own is called by its file, where any
 * character may stand. */
static char *
subset_name (const Embedded *embedded)
{
  GString *name = g_string_new ("AAAAAA+");
  guint rest = embedded->index;

  for (guint i = 6; i-- > 0; rest /= 26)
    name->str[i] = (char) ('A' + rest % 26);
  for (const char *at = patal_font_name (embedded->font); *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || strchr ("-_.,", *at) != NULL)
      g_string_append_c (name, *at);
    else
      g_string_append_printf (name, "#%02X", (guint8) *at);
  return g_string_free (name, FALSE);
}

static double
thousandths (const Embedded *embedded, double units)
{
  return units * 1000 / patal_font_upem (embedded->font);
}

static void
write_descriptor (const Embedded *embedded, const char *name, PatalPdfFile *file, guint number, guint font_file)
{
  g_autoptr (GString) body = g_string_new (NULL);
  hb_font_extents_t extents = { 0 };
  gint bounds[4];

  hb_font_get_h_extents (patal_font_hb (embedded->font), &extents);
  patal_truetype_bounds (embedded->truetype, bounds);
  g_string_append_printf (body, "<</Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0/StemV 80/FontBBox[", name);
  for (guint i = 0; i < 4; i++)
    {
      patal_pdf_append_number (body, thousandths (embedded, bounds[i]), 0);
      g_string_append_c (body, i < 3 ? ' ' : ']');
    }
  g_string_append (body, "/Ascent ");
  patal_pdf_append_number (body, thousandths (embedded, extents.ascender), 0);
  g_string_append (body, "/CapHeight ");
  patal_pdf_append_number (body, thousandths (embedded, extents.ascender), 0);
  g_string_append (body, "/Descent ");
  patal_pdf_append_number (body, thousandths (embedded, extents.descender), 0);
  g_string_append_printf (body, "/FontFile2 %u 0 R>>", font_file);
  patal_pdf_file_object (file, number, body->str, body->len);
}

static void
write_cid_font (const Embedded *embedded, const char *name, PatalPdfFile *file, guint number, guint descriptor)
{
  g_autoptr (GString) body = g_string_new (NULL);

  g_string_append_printf (body, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
                          "/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor %u 0 R/DW 0/W[0[",
                          name, descriptor);
  for (guint glyph = 0; glyph < patal_truetype_n_glyphs (embedded->truetype); glyph++)
    {
      patal_pdf_append_number (body, thousandths (embedded, patal_truetype_advance (embedded->truetype, glyph)), 3);
      g_string_append_c (body, ' ');
    }
  g_string_append (body, "]]>>");
  patal_pdf_file_object (file, number, body->str, body->len);
}

void
patal_pdf_fonts_write (PatalPdfFonts *fonts, guint font, PatalPdfFile *file, guint number)
{
  const Embedded *embedded = fonts->all->pdata[font];
  g_autofree char *name = subset_name (embedded);
  g_autoptr (GBytes) bytes = patal_truetype_write (embedded->truetype);
  g_autofree char *entries = g_strdup_printf ("/Length1 %" G_GSIZE_FORMAT, g_bytes_get_size (bytes));
  guint font_file = patal_pdf_file_reserve (file), descriptor = patal_pdf_file_reserve (file);
  guint cid_font = patal_pdf_file_reserve (file), to_unicode = patal_pdf_file_reserve (file);
  g_autoptr (GString) body = g_string_new (NULL);

  patal_pdf_file_deflate (file, font_file, entries, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  write_descriptor (embedded, name, file, descriptor, font_file);
  write_cid_font (embedded, name, file, cid_font, descriptor);
  write_to_unicode (embedded, file, to_unicode);
  g_string_append_printf (body, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%u 0 R]"
                          "/ToUnicode %u 0 R>>", name, cid_font, to_unicode);
  patal_pdf_file_object (file, number, body->str, body->len);
}
