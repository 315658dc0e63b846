/* patal-word.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-word.h"
#include "patal-face.h"
#include "patal-glue.h"
#include "patal-hash.h"
#include "patal-segment.h"
#include <pango/pango.h>
#include <string.h>

#define STORE_WORDS_MAX 50000 /* some 20 MB; then all begins anew */

struct _PatalWord
{
  gint refs; /* atomic, by the macros: a page counts some thousand words */
  guint32 hash;
  guint16 length, level;
  guint16 roles;
  guint n_pieces;
  double width; /* for size 1 */
  PatalPiece *pieces;
  char *text;
};

struct _PatalWordStore
{
  GHashTable *words;     /* a set of PatalWord *, which it owns */
  PatalWord *ascii[128]; /* digits and signs, left to right: without hashing */
};

/* Pieces while they are made: those of @pieces count glyphs and clusters in the two arrays. */
typedef struct
{
  GArray *pieces, *glyphs, *clusters;
  hb_buffer_t *buffer; /* (nullable): for glyphs that HarfBuzz makes */
} Shaper;

static guint
word_hash (gconstpointer word)
{
  return ((const PatalWord *)word)->hash;
}

static gboolean
word_equal (gconstpointer a, gconstpointer b)
{
  const PatalWord *x = a, *y = b;

  return x->hash == y->hash && x->length == y->length && x->level == y->level
         && memcmp (x->text, y->text, x->length) == 0;
}

PatalWordStore *
patal_word_store_new (void)
{
  PatalWordStore *store = g_new0 (PatalWordStore, 1);

  store->words = g_hash_table_new_full (word_hash, word_equal, (GDestroyNotify)patal_word_unref, NULL);
  return store;
}

void
patal_word_store_free (PatalWordStore *store)
{
  if (store == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (store->ascii); i++)
    patal_word_unref (store->ascii[i]);
  g_hash_table_unref (store->words);
  g_free (store);
}

PatalWord *
patal_word_ref (PatalWord *word)
{
  g_atomic_int_inc (&word->refs);
  return word;
}

void
patal_word_unref (PatalWord *word)
{
  if (word != NULL && g_atomic_int_dec_and_test (&word->refs))
    g_free (word); /* one block, with all that it points to */
}

const char *
patal_word_text (const PatalWord *word)
{
  return word->text;
}

guint
patal_word_n_pieces (const PatalWord *word)
{
  return word->n_pieces;
}

const PatalPiece *
patal_word_piece (const PatalWord *word, guint piece)
{
  return &word->pieces[piece];
}

guint
patal_word_roles (const PatalWord *word)
{
  return word->roles;
}

double
patal_word_width (const PatalWord *word, double size_pt)
{
  return word->width * size_pt;
}

/* Where the text of the cluster of glyphs @first to before @next ends. In text from the right the next cluster
 * stands before it. */
static guint
cluster_end (const hb_glyph_info_t *infos, guint n, guint first, guint next, gboolean leftwards, guint end)
{
  if (leftwards)
    return first > 0 ? infos[first - 1].cluster : end;
  return next < n ? infos[next].cluster : end;
}

/* The buffer's glyphs become a piece; its text is that from byte @at to @end. */
static void
take_piece (Shaper *shaper, PatalFont *font, gboolean leftwards, guint end)
{
  guint n;
  hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (shaper->buffer, &n);
  hb_glyph_position_t *places = hb_buffer_get_glyph_positions (shaper->buffer, NULL);
  PatalPiece piece = { .font = font, .n_glyphs = n };
  guint next;

  for (guint first = 0; first < n; first = next)
    {
      PatalCluster cluster = { .first_glyph = first, .text_at = infos[first].cluster };

      for (next = first; next < n && infos[next].cluster == infos[first].cluster; next++)
        {
          PatalGlyph glyph = { infos[next].codepoint, places[next].x_offset, places[next].y_offset,
                               places[next].x_advance };

          cluster.advance += glyph.advance;
          g_array_append_val (shaper->glyphs, glyph);
        }
      cluster.n_glyphs = next - first;
      cluster.text_length = cluster_end (infos, n, first, next, leftwards, end) - cluster.text_at;
      piece.advance += cluster.advance;
      piece.n_clusters++;
      g_array_append_val (shaper->clusters, cluster);
    }
  g_array_append_val (shaper->pieces, piece);
}

typedef struct
{
  PatalFont *font;
  hb_script_t script;
  hb_language_t language;
  gboolean leftwards;
  guint at, length; /* bytes of the word */
} Run;

static void
shape_run (Shaper *shaper, const char *text, gsize length, const Run *run)
{
  static const hb_feature_t tabular
      = { HB_TAG ('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };

  hb_buffer_clear_contents (shaper->buffer);
  hb_buffer_add_utf8 (shaper->buffer, text, length, run->at, run->length);
  hb_buffer_set_script (shaper->buffer, run->script);
  hb_buffer_set_language (shaper->buffer, run->language);
  hb_buffer_set_direction (shaper->buffer, run->leftwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_shape (patal_font_hb (run->font), shaper->buffer, &tabular, 1);
  take_piece (shaper, run->font, run->leftwards, run->at + run->length);
}

/* The one font in which all of @text can be shown, or NULL. */
static PatalFont *
common_font (PatalFace *face, const char *text, gsize length)
{
  PatalFont *font = NULL;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      PatalFont *found;

      if (c == 0x200C || c == 0x200D) /* no glyph needed */
        continue;
      found = patal_face_find (face, c);
      if (found == NULL || (font != NULL && font != found))
        return NULL;
      font = found;
    }
  return font != NULL ? font : face->font;
}

static hb_script_t
script_of (const PatalFace *face, PatalSegmentKind kind)
{
  if (kind == PATAL_SEGMENT_LATIN)
    return HB_SCRIPT_LATIN;
  if (kind == PATAL_SEGMENT_DEVANAGARI)
    return HB_SCRIPT_DEVANAGARI;
  return face->lang == PATAL_LANG_HI ? HB_SCRIPT_DEVANAGARI : HB_SCRIPT_LATIN;
}

static void
shape_by_pango (Shaper *shaper, PatalFace *face, const char *text, gsize length, guint level)
{
  PangoDirection direction = level & 1 ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  PangoAttrList *none = pango_attr_list_new ();
  GList *logical
      = pango_itemize_with_base_dir (patal_face_pango (face), direction, text, 0, length, none, NULL);
  GList *items = pango_reorder_items (logical);

  for (GList *l = items; l != NULL; l = l->next)
    {
      const PangoItem *item = l->data;
      Run run = {
        .font = item->analysis.font != NULL ? patal_font_of_pango (item->analysis.font)
                                            : face->font, /* where no font at all is installed */
        .script
        = hb_script_from_iso15924_tag (g_unicode_script_to_iso15924 ((GUnicodeScript)item->analysis.script)),
        .language = face->language,
        .leftwards = item->analysis.level & 1,
        .at = item->offset,
        .length = item->length,
      };

      shape_run (shaper, text, length, &run);
    }
  g_list_free_full (logical, (GDestroyNotify)pango_item_free);
  g_list_free (items);
  pango_attr_list_unref (none);
}

/* One block holds the word, its pieces, its glyphs and clusters and its text. */
static PatalWord *
pack (const Shaper *shaper, const char *text, gsize length, guint level, guint32 hash)
{
  gsize pieces_size = shaper->pieces->len * sizeof (PatalPiece);
  gsize glyphs_size = shaper->glyphs->len * sizeof (PatalGlyph);
  gsize clusters_size = shaper->clusters->len * sizeof (PatalCluster);
  char *block = g_malloc (sizeof (PatalWord) + pieces_size + glyphs_size + clusters_size + length + 1);
  PatalWord *word = (PatalWord *)(gpointer)block;
  PatalGlyph *glyphs = (PatalGlyph *)(gpointer)(block + sizeof (PatalWord) + pieces_size);
  PatalCluster *clusters = (PatalCluster *)(gpointer)((char *)glyphs + glyphs_size);

  word->refs = 1;
  word->hash = hash;
  word->length = length;
  word->level = level;
  word->roles = patal_roles_of (text, length);
  word->n_pieces = shaper->pieces->len;
  word->width = 0;
  word->pieces = (PatalPiece *)(gpointer)(block + sizeof (PatalWord));
  word->text = (char *)clusters + clusters_size;
  memcpy (word->text, text, length);
  word->text[length] = '\0';
  if (glyphs_size > 0)
    memcpy (glyphs, shaper->glyphs->data, glyphs_size);
  if (clusters_size > 0)
    memcpy (clusters, shaper->clusters->data, clusters_size);

  for (guint i = 0; i < word->n_pieces; i++)
    {
      PatalPiece *piece = &word->pieces[i];

      *piece = g_array_index (shaper->pieces, PatalPiece, i);
      piece->glyphs = glyphs;
      piece->clusters = clusters;
      glyphs += piece->n_glyphs;
      clusters += piece->n_clusters;
      word->width += (double)piece->advance / patal_font_upem (piece->font);
    }
  return word;
}

static Shaper
shaper_new (void)
{
  return (Shaper) { g_array_new (FALSE, FALSE, sizeof (PatalPiece)), g_array_new (FALSE, FALSE, sizeof (PatalGlyph)),
                    g_array_new (FALSE, FALSE, sizeof (PatalCluster)), NULL };
}

static void
shaper_clear (Shaper *shaper)
{
  g_array_unref (shaper->pieces);
  g_array_unref (shaper->glyphs);
  g_array_unref (shaper->clusters);
  g_clear_pointer (&shaper->buffer, hb_buffer_destroy);
}

static void
slice_piece (Shaper *shaper, const PatalPiece *whole, guint from, guint to)
{
  PatalPiece piece = { .font = whole->font };

  for (guint i = 0; i < whole->n_clusters; i++)
    {
      PatalCluster cluster = whole->clusters[i];

      if (cluster.text_at < from || cluster.text_at >= to)
        continue;
      g_array_append_vals (shaper->glyphs, whole->glyphs + cluster.first_glyph, cluster.n_glyphs);
      cluster.first_glyph = piece.n_glyphs;
      cluster.text_at -= from;
      piece.n_glyphs += cluster.n_glyphs;
      piece.n_clusters++;
      piece.advance += cluster.advance;
      g_array_append_val (shaper->clusters, cluster);
    }
  if (piece.n_clusters > 0)
    g_array_append_val (shaper->pieces, piece);
}

PatalWord *
patal_word_slice (const PatalWord *word, guint from, guint to)
{
  Shaper shaper = shaper_new ();
  PatalWord *slice;

  for (guint i = 0; i < word->n_pieces; i++)
    slice_piece (&shaper, &word->pieces[i], from, to);
  slice = pack (&shaper, word->text + from, to - from, word->level,
                0); /* not for the store, so it has no hash */
  shaper_clear (&shaper);
  return slice;
}

static PatalWord *
shape (PatalFace *face, const char *text, gsize length, guint level, guint32 hash)
{
  PatalSegment segment = patal_segment_at (text, length, 0);
  PatalFont *font = NULL;
  PatalWord *word;
  Shaper shaper = shaper_new ();

  shaper.buffer = hb_buffer_create ();
  if (level == 0 && segment.kind != PATAL_SEGMENT_OTHER && segment.length == length)
    font = common_font (face, text, length);
  if (font != NULL)
    shape_run (&shaper, text, length,
               &(Run) { font, script_of (face, segment.kind), face->language, FALSE, 0, length });
  else
    shape_by_pango (&shaper, face, text, length, level);
  word = pack (&shaper, text, length, level, hash);

  shaper_clear (&shaper);
  return word;
}

static PatalWord *
shape_once (PatalFace *face, const char *text, gsize length, guint level)
{
  GHashTable *words = face->words->words;
  PatalWord key
      = { .hash = patal_hash (text, length, level), .length = length, .level = level, .text = (char *)text };
  PatalWord *word = g_hash_table_lookup (words, &key);

  if (word != NULL)
    return patal_word_ref (word);
  if (g_hash_table_size (words) >= STORE_WORDS_MAX)
    g_hash_table_remove_all (words);
  word = shape (face, text, length, level, key.hash);
  g_hash_table_add (words, patal_word_ref (word));
  return word;
}

PatalWord *
patal_word_shape (PatalFace *face, const char *text, gssize length, guint level)
{
  gsize n = length < 0 ? strlen (text) : (gsize)length;
  PatalWord **ascii;

  g_return_val_if_fail (n > 0 && n <= 32000, NULL);
  if (n > 1 || (guchar)text[0] >= 0x80 || level != 0)
    return shape_once (face, text, n, level);
  ascii = &face->words->ascii[(guchar)text[0]];
  if (*ascii == NULL)
    *ascii = shape_once (face, text, n, level);
  return patal_word_ref (*ascii);
}
