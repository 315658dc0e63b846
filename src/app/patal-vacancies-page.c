/* patal-vacancies-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-vacancies-page.h"
#include "patal-number.h"
#include "patal-posting-dialog.h"
#include "patal-settings.h"
#include "patal-vacancy.h"
#include <glib/gi18n.h>

static const PatalRowColumnPair names = { PATAL_VACANCY_COL_NAME_HI, PATAL_VACANCY_COL_NAME_EN };
static const PatalRowColumnPair blocks = { PATAL_VACANCY_COL_BLOCK_HI, PATAL_VACANCY_COL_BLOCK_EN };
static const PatalRowColumnPair vacant = { PATAL_VACANCY_COL_VACANT_HI, PATAL_VACANCY_COL_VACANT_EN };
static const PatalRowColumnPair covered = { PATAL_VACANCY_COL_COVERED_HI, PATAL_VACANCY_COL_COVERED_EN };

#define TEXT     PATAL_ROW_COLUMN_TEXT
#define UNSORTED PATAL_ROW_COLUMN_UNSORTED
static const PatalRecordColumn columns[] = {
  { N_("Block"), TEXT, patal_row_column_name, &blocks, PATAL_VACANCY_SORT_BLOCK_HI, PATAL_VACANCY_SORT_BLOCK_EN, 120 },
  { N_("Place"), TEXT, patal_row_column_name, &names, PATAL_VACANCY_SORT_NAME_HI, PATAL_VACANCY_SORT_NAME_EN, 160 },
  { N_("Vacant"), TEXT, patal_row_column_name, &vacant, UNSORTED, UNSORTED, -200 },
  { N_("Covered by additional charge"), TEXT, patal_row_column_name, &covered, UNSORTED, UNSORTED, -220 },
};

static const char *const filters[] = { N_("Vacant or covered"), N_("Vacant only"), N_("Covered only"), NULL };
static const PatalVacancyWhich which[] = { PATAL_VACANCY_BOTH, PATAL_VACANCY_VACANT, PATAL_VACANCY_COVERED };
static const char *const tables[] = { "posting", "person", "post", "unit", "label", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (which) + 1 == G_N_ELEMENTS (filters));

enum { VACANT, COVERED }; /* of PatalRecordQuery.counts */

static GArray *
ids (PatalDb *db, PatalRecordQuery *query, GError **error)
{
  const PatalVacancyFilter filter = { .within = query->scope, .which = which[query->filter], .sort = query->sort,
                                      .descending = query->descending };
  PatalVacancyPosts posts = { 0 };
  GArray *units = patal_vacancy_ids (db, &filter, &posts, error);

  query->counts[VACANT] = posts.vacant;
  query->counts[COVERED] = posts.covered;
  return units;
}

/* "12 रिक्त पद, 5 अतिरिक्त प्रभार में" */
static char *
count_words (const PatalRecordQuery *query, G_GNUC_UNUSED guint n)
{
  g_autofree char *vacant_number = patal_number_group (query->counts[VACANT]);
  g_autofree char *covered_number = patal_number_group (query->counts[COVERED]);
  /* Translators: %s is a number */
  g_autofree char *vacant_words = g_strdup_printf (ngettext ("%s vacant post", "%s vacant posts", query->counts[VACANT]), vacant_number);
  /* Translators: of posts that nobody holds but by an additional charge; %s is a number */
  g_autofree char *covered_words = g_strdup_printf (ngettext ("%s covered by additional charge", "%s covered by additional charge",
                                                              query->counts[COVERED]), covered_number);

  switch (which[query->filter])
    {
    case PATAL_VACANCY_VACANT:
      return g_steal_pointer (&vacant_words);
    case PATAL_VACANCY_COVERED:
      return g_steal_pointer (&covered_words);
    default:
      return g_strdup_printf ("%s · %s", vacant_words, covered_words);
    }
}

static void
open_place (GtkWidget *page, G_GNUC_UNUSED PatalDocument *document, gint64 id)
{
  gtk_widget_activate_action (page, "win.show-posts", "x", id);
}

static const PatalRecordKind kind = {
  .name = N_("Vacant posts"),
  .row_sql = patal_vacancy_row_sql,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort_hi = PATAL_VACANCY_SORT_BLOCK_HI,
  .sort_en = PATAL_VACANCY_SORT_BLOCK_EN,
  .filters = filters,
  .tables = tables,
  .ids = ids,
  .count_words = count_words,
  .open = open_place,
  .empty = { "emblem-ok-symbolic", N_("No Post Is Vacant"), N_("Every post that is expected here is held by somebody today."), NULL },
};

/* --- the button of a row: it fills the post, or asks which one where several are vacant --- */

static void
fill_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalRecordPage *page = user_data;
  gint64 unit, post;

  g_variant_get (parameter, "(xx)", &unit, &post);
  patal_posting_dialog_show (GTK_WIDGET (page), patal_record_page_get_document (page), &(PatalPostingStart) { .post = post, .unit = unit });
}

/* Made when it is asked for: in a file with no people yet, each row has one. */
static void
offer_posts_cb (GtkMenuButton *button, gpointer user_data)
{
  PatalRow *row = gtk_list_item_get_item (user_data);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), PATAL_TYPE_RECORD_PAGE);
  PatalDb *reader = patal_document_reader (patal_record_page_get_document (PATAL_RECORD_PAGE (page)));
  g_auto (GStrv) posts = g_strsplit (patal_row_text (row, PATAL_VACANCY_COL_POST_IDS), ",", -1);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; posts[i] != NULL; i++)
    {
      gint64 unit = patal_row_id (row), post = g_ascii_strtoll (posts[i], NULL, 10);
      g_autofree char *name = patal_post_name (reader, post, unit, patal_settings_lang ());
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "vacancies.fill", "(xx)", unit, post);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
fill_button_new (GtkListItem *item, gboolean several)
{
  GtkWidget *button = several ? gtk_menu_button_new () : gtk_button_new_with_label (_("Fill…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  if (several)
    {
      gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Fill…"));
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), offer_posts_cb, item, NULL);
    }
  gtk_list_item_set_child (item, button);
  return button;
}

/* (transfer full): what the button does, for the pointer and for a screen reader. */
static char *
offer (GtkWidget *button, PatalDocument *document, PatalRow *row, const char *ids)
{
  g_autofree char *place = patal_row_column_name (row, &names);
  gint64 unit = patal_row_id (row), post = g_ascii_strtoll (ids, NULL, 10);
  g_autofree char *name = NULL;

  if (GTK_IS_MENU_BUTTON (button)) /* Translators: %s is a place */
    return g_strdup_printf (_("Fill one of the posts: %s"), place);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", unit, post); /* before the name, which wants one */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "vacancies.fill");
  name = patal_post_name (patal_document_reader (document), post, unit, patal_settings_lang ());
  /* Translators: a post, a place */
  return g_strdup_printf (_("Fill the post: %s, %s"), name, place);
}

static void
bind_fill_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  PatalDocument *document = user_data;
  PatalRow *row = gtk_list_item_get_item (item);
  const char *ids = patal_row_text (row, PATAL_VACANCY_COL_POST_IDS);
  gboolean several = ids != NULL && strchr (ids, ',') != NULL;
  GtkWidget *button = gtk_list_item_get_child (item);
  g_autofree char *words = NULL;

  if (button == NULL || GTK_IS_MENU_BUTTON (button) != several)
    button = fill_button_new (item, several);
  gtk_widget_set_visible (button, ids != NULL);
  if (ids == NULL)
    return;
  words = offer (button, document, row, ids);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY); /* its own short word */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

GtkWidget *
patal_vacancies_page_new (PatalDocument *document)
{
  GtkWidget *page = patal_record_page_new (document, &kind);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (NULL, factory);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) fill = g_simple_action_new ("fill", G_VARIANT_TYPE ("(xx)"));

  g_signal_connect (fill, "activate", G_CALLBACK (fill_cb), page); /* the page holds the group, and the group the action */
  g_object_bind_property (document, "writable", fill, "enabled", G_BINDING_SYNC_CREATE);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (fill));
  gtk_widget_insert_action_group (page, "vacancies", G_ACTION_GROUP (actions));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_fill_cb), document, 0);
  gtk_column_view_column_set_fixed_width (column, 90);
  gtk_column_view_append_column (patal_record_page_get_view (PATAL_RECORD_PAGE (page)), column);
  return page;
}
