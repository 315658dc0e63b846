/* patal-font.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-face.h"
#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <pango/pangofc-font.h>
#include <pango/pangoft2.h>
#include <string.h>

#define FALLBACK_FAMILY "Noto Sans" /* Latin letters, which Noto Sans Devanagari lacks */

struct _PatalFont
{
  guint id;
  char *name;
  guint upem;
  hb_font_t *hb;
  cairo_font_face_t *cairo;
};

/* Fonts live as long as the program: words recorded on one thread are drawn on another. */
static GMutex fonts_lock;
static GHashTable *fonts; /* char *key → PatalFont * */

static void
read_configuration (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      FcInit ();
      g_once_init_leave (&once, 1);
    }
}

static gpointer
prepare_thread (gpointer data G_GNUC_UNUSED)
{
  read_configuration ();
  return NULL;
}

void
patal_fonts_prepare (void)
{
  GThread *thread = g_thread_try_new ("fonts", prepare_thread, NULL, NULL);

  g_clear_pointer (&thread, g_thread_unref);
}

static void
faces_free (gpointer faces)
{
  g_ptr_array_unref (faces);
}
static GPrivate faces_of_thread = G_PRIVATE_INIT (faces_free);

static char *
postscript_name (hb_face_t *face, const char *file)
{
  char name[128];
  guint length = sizeof name;

  if (hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name) > 0)
    return g_strdup (name);
  return g_path_get_basename (file);
}

static void
set_variations (hb_font_t *hb, int index, const char *variations)
{
  g_auto (GStrv) parts = g_strsplit (variations, ",", -1);
  g_autofree hb_variation_t *axes = g_new0 (hb_variation_t, g_strv_length (parts) + 1);
  guint n = 0;

  if (index >> 16 != 0 && index >> 16 != 0x8000) /* 0x8000: variable, and no named place */
    hb_font_set_var_named_instance (hb, (index >> 16) - 1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (hb_variation_from_string (parts[i], -1, &axes[n]))
      n++;
  if (n > 0)
    hb_font_set_variations (hb, axes, n);
}

static cairo_font_face_t *
cairo_face (const FcPattern *found)
{
  FcPattern *pattern = FcPatternDuplicate (found);
  cairo_font_face_t *cairo;

  /* Glyphs stand where HarfBuzz put them, for all sizes alike; no hint may move their edges. */
  FcPatternDel (pattern, FC_HINTING);
  FcPatternDel (pattern, FC_AUTOHINT);
  FcPatternDel (pattern, FC_EMBEDDED_BITMAP);
  FcPatternDel (pattern, FC_PIXEL_SIZE);
  FcPatternAddBool (pattern, FC_HINTING, FcFalse);
  FcPatternAddBool (pattern, FC_AUTOHINT, FcFalse);
  FcPatternAddBool (pattern, FC_EMBEDDED_BITMAP, FcFalse);
  cairo = cairo_ft_font_face_create_for_pattern (pattern);
  FcPatternDestroy (pattern);
  return cairo;
}

static PatalFont *
font_new (const FcPattern *found, const char *file, int index, const char *variations)
{
  PatalFont *font = g_new0 (PatalFont, 1);
  hb_blob_t *blob = hb_blob_create_from_file (file);
  hb_face_t *face = hb_face_create (blob, index & 0xffff);

  hb_face_make_immutable (face);
  font->name = postscript_name (face, file);
  font->upem = hb_face_get_upem (face);
  font->hb = hb_font_create (face); /* scaled to upem, OpenType's own tables, no hints */
  set_variations (font->hb, index, variations);
  hb_font_make_immutable (font->hb);
  font->cairo = cairo_face (found);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return font;
}

/* @found: what fontconfig has made ready to be drawn. */
static PatalFont *
font_of_pattern (const FcPattern *found)
{
  FcChar8 *file = (FcChar8 *)"", *variations = (FcChar8 *)"";
  int index = 0;
  g_autofree char *key = NULL;
  PatalFont *font;

  FcPatternGetString (found, FC_FILE, 0, &file);
  FcPatternGetInteger (found, FC_INDEX, 0, &index);
  FcPatternGetString (found, FC_FONT_VARIATIONS, 0, &variations);
  key = g_strdup_printf ("%s\n%d\n%s", (const char *)file, index, (const char *)variations);

  g_mutex_lock (&fonts_lock);
  if (fonts == NULL)
    fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  font = g_hash_table_lookup (fonts, key);
  if (font == NULL)
    {
      font = font_new (found, (const char *)file, index, (const char *)variations);
      font->id = g_hash_table_size (fonts);
      g_hash_table_insert (fonts, g_steal_pointer (&key), font);
    }
  g_mutex_unlock (&fonts_lock);
  return font;
}

PatalFont *
patal_font_of_pango (PangoFont *font)
{
  return font_of_pattern (pango_fc_font_get_pattern (PANGO_FC_FONT (font)));
}

guint
patal_font_id (const PatalFont *font)
{
  return font->id;
}

const char *
patal_font_name (const PatalFont *font)
{
  return font->name;
}

guint
patal_font_upem (const PatalFont *font)
{
  return font->upem;
}

hb_font_t *
patal_font_hb (PatalFont *font)
{
  return font->hb;
}

cairo_font_face_t *
patal_font_cairo (PatalFont *font)
{
  return font->cairo;
}

/* (nullable) (transfer full): the scalable font that comes nearest. */
static FcPattern *
match (const char *family, PatalWeight weight, PatalLang lang)
{
  FcPattern *pattern = FcPatternCreate ();
  FcPattern *found;
  FcResult result;

  read_configuration ();
  FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *)family);
  FcPatternAddInteger (pattern, FC_WEIGHT, weight == PATAL_WEIGHT_BOLD ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger (pattern, FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddString (pattern, FC_LANG, (const FcChar8 *)(lang == PATAL_LANG_HI ? "hi" : "en"));
  FcPatternAddBool (pattern, FC_SCALABLE, FcTrue);
  FcConfigSubstitute (NULL, pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  found = FcFontMatch (NULL, pattern, &result);
  FcPatternDestroy (pattern);
  return found;
}

static gboolean
is_of_family (const FcPattern *found, const char *family)
{
  FcChar8 *name;

  for (int i = 0; FcPatternGetString (found, FC_FAMILY, i, &name) == FcResultMatch; i++)
    if (g_ascii_strcasecmp ((const char *)name, family) == 0)
      return TRUE;
  return FALSE;
}

/* (nullable): why @found is not what was asked for, or what it cannot do without. */
static char *
say_missing (const PatalFace *face, const FcPattern *found)
{
  int weight = FC_WEIGHT_REGULAR;
  hb_codepoint_t letter;

  if (found == NULL)
    return g_strdup_printf (
        _ ("No font is installed, so no text can be shown. Please install the font “%s”."), face->family);
  if (!is_of_family (found, face->family))
    return g_strdup_printf (
        _ ("The font “%s” is not installed; “%s” stands in for it, and lines may break elsewhere. "
           "Please install “%s”."),
        face->family, patal_font_name (face->font), face->family);
  FcPatternGetInteger (found, FC_WEIGHT, 0, &weight);
  if (face->weight == PATAL_WEIGHT_BOLD && weight < FC_WEIGHT_DEMIBOLD)
    return g_strdup_printf (_ ("The font “%s” is not installed in bold; its regular letters stand in for it. "
                               "Please install the bold letters of “%s”."),
                            face->family, face->family);
  if (face->fallback == NULL && !hb_font_get_nominal_glyph (face->font->hb, 'A', &letter))
    return g_strdup_printf (_ ("The font “%s” is not installed; some other font shows English letters. Please install “%s”."),
                            FALLBACK_FAMILY, FALLBACK_FAMILY);
  return NULL;
}

static PatalFont *
font_none (void)
{
  FcPattern *nothing = FcPatternCreate ();
  PatalFont *font = font_of_pattern (nothing);

  FcPatternDestroy (nothing);
  return font;
}

static void
face_free (gpointer data)
{
  PatalFace *face = data;

  patal_word_store_free (face->words);
  g_clear_object (&face->context);
  g_free (face->missing);
  g_free (face->family);
  g_free (face);
}

static PatalFace *
face_new (const char *family, PatalWeight weight, PatalLang lang)
{
  PatalFace *face = g_new0 (PatalFace, 1);
  FcPattern *found = match (family, weight, lang), *fallback = match (FALLBACK_FAMILY, weight, lang);
  hb_font_extents_t extents;

  face->family = g_strdup (family);
  face->weight = weight;
  face->lang = lang;
  face->font = found != NULL ? font_of_pattern (found) : font_none ();
  if (fallback != NULL && is_of_family (fallback, FALLBACK_FAMILY))
    face->fallback = font_of_pattern (fallback);
  face->missing = say_missing (face, found);
  face->language = hb_language_from_string (lang == PATAL_LANG_HI ? "hi" : "en", -1);
  face->words = patal_word_store_new ();
  g_clear_pointer (&found, FcPatternDestroy);
  g_clear_pointer (&fallback, FcPatternDestroy);

  hb_font_get_extents_for_direction (face->font->hb, HB_DIRECTION_LTR, &extents);
  face->ascent = (double)extents.ascender / face->font->upem;
  face->descent = -(double)extents.descender / face->font->upem;
  return face;
}

PatalFace *
patal_face (const char *family, PatalWeight weight, PatalLang lang)
{
  GPtrArray *faces = g_private_get (&faces_of_thread);
  PatalFace *face;

  if (family == NULL)
    family = PATAL_FONT_DEFAULT;
  if (faces == NULL)
    {
      faces = g_ptr_array_new_with_free_func (face_free);
      g_private_set (&faces_of_thread, faces);
    }
  for (guint i = 0; i < faces->len; i++)
    {
      face = g_ptr_array_index (faces, i);
      if (face->weight == weight && face->lang == lang && strcmp (face->family, family) == 0)
        return face;
    }
  face = face_new (family, weight, lang);
  g_ptr_array_add (faces, face);
  return face;
}

const char *
patal_face_missing (PatalFace *face)
{
  return face->missing;
}

const char *
patal_font_missing (PatalLang lang)
{
  const char *missing = patal_face_missing (patal_face (NULL, PATAL_WEIGHT_REGULAR, lang));

  return missing != NULL ? missing : patal_face_missing (patal_face (NULL, PATAL_WEIGHT_BOLD, lang));
}

PatalFont *
patal_face_font (PatalFace *face)
{
  return face->font;
}

double
patal_face_ascent (PatalFace *face)
{
  return face->ascent;
}

double
patal_face_descent (PatalFace *face)
{
  return face->descent;
}

PatalFont *
patal_face_find (PatalFace *face, gunichar c)
{
  hb_codepoint_t glyph;

  if (hb_font_get_nominal_glyph (face->font->hb, c, &glyph))
    return face->font;
  if (face->fallback != NULL && hb_font_get_nominal_glyph (face->fallback->hb, c, &glyph))
    return face->fallback;
  return NULL;
}

PangoContext *
patal_face_pango (PatalFace *face)
{
  g_autoptr (PangoFontMap) map = NULL;
  g_autofree char *families = NULL;
  PangoFontDescription *description;

  if (face->context != NULL)
    return face->context;
  map = pango_ft2_font_map_new (); /* this thread's: Pango's maps have no locks */
  families = g_strdup_printf ("%s,%s", face->family, FALLBACK_FAMILY);
  description = pango_font_description_new ();
  pango_font_description_set_family (description, families);
  pango_font_description_set_weight (description, (PangoWeight)face->weight);
  pango_font_description_set_size (description, 12 * PANGO_SCALE);

  face->context = pango_font_map_create_context (map);
  pango_context_set_font_description (face->context, description);
  pango_context_set_language (face->context,
                              pango_language_from_string (face->lang == PATAL_LANG_HI ? "hi" : "en"));
  pango_context_set_round_glyph_positions (face->context, FALSE);
  pango_font_description_free (description);
  return face->context;
}
