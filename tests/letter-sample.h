/* letter-sample.h: letters, certificates and cards, short and as long as they come
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-letter-layout.h"

/* Two given names, two titles, a father's name behind it: offices write all of that on one line. */
#define LONGEST_NAME_HI "श्रीमती राजराजेश्वरी चंद्रप्रभा देवी सूर्यवंशी-श्रीवास्तव पति श्री ज्ञानेश्वरप्रसाद कृष्णकुमार सूर्यवंशी-श्रीवास्तव"
#define LONGEST_NAME_EN "Shrimati Rajarajeshwari Chandraprabha Devi Suryavanshi-Shrivastava w/o Shri Gyaneshwarprasad Krishnakumar Suryavanshi"

static const char *const letter_names[2][4] = {
  { "श्री रामकुमार साहू", "कु. गीता", "श्रीमती चन्द्रप्रभा सूर्यवंशी", LONGEST_NAME_HI },
  { "Shri Ramkumar Sahu", "Ku. Gita", "Shrimati Chandraprabha Suryavanshi", LONGEST_NAME_EN },
};

/* @n_rows people in groups of 15, with a figure that is added up. */
static inline PatalTable *
letter_table (PatalLang lang, guint n_rows)
{
  const PatalColumn hindi[] = {
    { "serial", "क्र.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE }, { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "post", "पद", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE }, { "gp", "ग्राम पंचायत", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "mobile", "मोबाइल", PATAL_COLUMN_CODE, PATAL_TOTAL_NONE }, { "days", "दिवस", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM } };
  const PatalColumn english[] = {
    { "serial", "No.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE }, { "name", "Name", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "post", "Post", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE }, { "gp", "Gram panchayat", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "mobile", "Mobile", PATAL_COLUMN_CODE, PATAL_TOTAL_NONE }, { "days", "Days", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM } };
  gboolean hi = lang == PATAL_LANG_HI;
  PatalTable *table = patal_table_new (hi ? hindi : english, G_N_ELEMENTS (hindi));

  patal_table_set_frame (table, &(PatalTableFrame) { .title = hi ? "प्रशिक्षणार्थियों की सूची" : "List of trainees", .lang = lang,
                                                     .total_word = hi ? "योग" : "Total", .note = hi ? "* असत्यापित" : "* unverified" });
  for (guint i = 0; i < n_rows; i++)
    {
      guint row;

      if (n_rows > 15 && i % 15 == 0)
        {
          g_autofree char *group = g_strdup_printf ("%s %u", hi ? "क्लस्टर" : "Cluster", i / 15 + 1);

          patal_table_begin_group (table, group);
        }
      row = patal_table_add_row (table, 0);
      patal_table_set_text (table, row, 1, letter_names[lang][i % 7 == 3 ? 3 : i % 3]);
      patal_table_set_text (table, row, 2, hi ? (i % 2 ? "ग्राम रोजगार सहायक" : "सचिव") : i % 2 ? "Gram rojgar sahayak" : "Secretary");
      patal_table_set_text (table, row, 3, hi ? (i % 4 ? "मुरलीडीह" : "कल्याणपुर (रामचरणपुर)") : i % 4 ? "Murlidih" : "Kalyanpur");
      patal_table_set_text (table, row, 4, "9800000000");
      patal_table_set_number (table, row, 5, 2);
    }
  return table;
}

/* A nomination letter with @n_paragraphs long paragraphs and a table of @n_rows (0: none), before it. */
static inline PatalLetter *
plain_letter (PatalLang lang, guint n_paragraphs, guint n_rows)
{
  gboolean hi = lang == PATAL_LANG_HI;
  PatalLetter *letter = patal_letter_new (&(PatalLetterFrame) {
    .shape = PATAL_LETTER_PLAIN, .lang = lang, .name = hi ? "नामांकन पत्र: अकलतरा" : "Nomination: Akaltara",
    .office = hi ? "कार्यालय जिला पंचायत जांजगीर-चांपा (छत्तीसगढ़)\nदूरभाष 07817-000000, ई-मेल zp@example.in"
                 : "Office of the Zila Panchayat, Janjgir-Champa (Chhattisgarh)\nTelephone 07817-000000, e-mail zp@example.in",
    .number = hi ? "1274/जि.पं./प्रशिक्षण/2021-22" : "1274/ZP/Training/2021-22", .day = "18.12.2021",
    .to = hi ? "मुख्य कार्यपालन अधिकारी\nजनपद पंचायत अकलतरा" : "Chief Executive Officer\nJanpad Panchayat Akaltara",
    .subject = hi ? "सुशासन पहल: चार गतिविधियां (मनरेगा) के दो दिवसीय प्रशिक्षण हेतु सचिव एवं ग्राम रोजगार सहायकों के नामांकन बाबत्।"
                  : "Nomination of secretaries and gram rojgar sahayaks for the two-day training in the four activities (MGNREGA)",
    .reference = hi ? "इस कार्यालय का पत्र क्र. 1180 दिनांक 01.12.2021\nकलेक्टर महोदय के निर्देश दिनांक 10.12.2021" : "This office's letter 1180 of 01.12.2021",
    .closing = hi ? "भवदीय" : "Yours faithfully",
    .signatures = { hi ? "मुख्य कार्यपालन अधिकारी, जिला पंचायत जांजगीर-चांपा" : "Chief Executive Officer, Zila Panchayat Janjgir-Champa" },
    .copies = hi ? "कलेक्टर, जिला जांजगीर-चांपा की ओर सादर सूचनार्थ।\nकार्यक्रम अधिकारी, जनपद पंचायत अकलतरा की ओर सूचनार्थ एवं आवश्यक कार्यवाही हेतु।\nकार्यालय नस्ती।"
                 : "The Collector, Janjgir-Champa, for kind information\nThe Programme Officer, Janpad Panchayat Akaltara, for necessary action\nOffice file",
    .foot = hi ? "टीप: प्रशिक्षण में जॉब कार्ड एवं सात पंजियां साथ लाएं।" : "Note: bring job cards and the seven registers." });

  for (guint i = 0; i < n_paragraphs; i++)
    patal_letter_add_text (letter, hi
      ? "उपरोक्त विषयांतर्गत लेख है कि जिले की शेष ग्राम पंचायतों के सचिव एवं ग्राम रोजगार सहायकों का दो दिवसीय प्रशिक्षण आदर्श ग्राम पंचायतों के मास्टर "
        "ट्रेनरों द्वारा दिनांक 20 दिसम्बर 2021 से 05 जनवरी 2022 तक क्लस्टर स्तर पर आयोजित किया जा रहा है। कृपया निम्नानुसार प्रशिक्षणार्थियों को निर्धारित "
        "तिथि एवं स्थल पर समय पर उपस्थित होने हेतु निर्देशित करें।"
      : "With reference to the above, secretaries and gram rojgar sahayaks of the remaining gram panchayats of the district are trained for two "
        "days by master trainers of the model gram panchayats from 20 December 2021 to 5 January 2022, cluster by cluster. Kindly direct those "
        "named below to be present at the venue in time.");
  if (n_rows > 0)
    {
      g_autoptr (PatalTable) table = letter_table (lang, n_rows);

      patal_letter_add_table (letter, table);
    }
  return letter;
}

static inline PatalLetter *
certificate (PatalLang lang, const char *name, guint n_signatures)
{
  gboolean hi = lang == PATAL_LANG_HI;
  PatalLetterFrame frame = {
    .shape = PATAL_LETTER_CERTIFICATE, .lang = lang, .name = name,
    .office = hi ? "कार्यालय जिला पंचायत जांजगीर-चांपा\nछत्तीसगढ़ शासन, पंचायत एवं ग्रामीण विकास विभाग"
                 : "Office of the Zila Panchayat, Janjgir-Champa\nGovernment of Chhattisgarh, Panchayat and Rural Development",
    .title = hi ? "प्रमाण-पत्र" : "Certificate", .number = "JNJ/GGI/2021-22/0417", .day = "05.01.2022",
    .code_text = "JNJ/GGI/2021-22/0417",
    .foot = hi ? "इस प्रमाण-पत्र का क्रमांक जिला पंचायत कार्यालय की पंजी में दर्ज है।" : "The number of this certificate is entered in the register of the Zila Panchayat." };
  PatalLetter *letter;

  for (guint i = 0; i < n_signatures; i++)
    frame.signatures[i] = hi ? (i + 1 == n_signatures ? "मुख्य कार्यपालन अधिकारी, जिला पंचायत जांजगीर-चांपा" : "मास्टर ट्रेनर")
                             : i + 1 == n_signatures ? "Chief Executive Officer, Zila Panchayat Janjgir-Champa" : "Master trainer";
  letter = patal_letter_new (&frame);
  patal_letter_add_text (letter, hi ? "प्रमाणित किया जाता है कि" : "This is to certify that");
  patal_letter_add_person (letter, name);
  patal_letter_add_text (letter, hi ? "सचिव, ग्राम पंचायत कल्याणपुर, विकासखण्ड अकलतरा ने सुशासन पहल: चार गतिविधियां (मनरेगा) का दो दिवसीय प्रशिक्षण दिनांक 20.12.2021 से 21.12.2021 तक सफलतापूर्वक प्राप्त किया।"
                                    : "secretary of the gram panchayat Kalyanpur, block Akaltara, has completed the two-day training “Good governance initiative: the four activities” from 20.12.2021 to 21.12.2021.");
  return letter;
}

static inline PatalLetter *
name_card (PatalLang lang, const char *name)
{
  gboolean hi = lang == PATAL_LANG_HI;
  PatalLetter *letter = patal_letter_new (&(PatalLetterFrame) {
    .shape = PATAL_LETTER_CARD, .lang = lang, .name = hi ? "नाम पत्र" : "Name cards", .office = hi ? "जिला पंचायत जांजगीर-चांपा" : "Zila Panchayat Janjgir-Champa",
    .title = hi ? "सुशासन पहल: चार गतिविधियां (मनरेगा)" : "Good governance initiative: the four activities",
    .foot = hi ? "20.12.2021 से 21.12.2021, सामुदायिक भवन अकलतरा" : "20.12.2021 to 21.12.2021, Community hall, Akaltara" });

  patal_letter_add_person (letter, name);
  patal_letter_add_text (letter, hi ? "ग्राम रोजगार सहायक" : "Gram rojgar sahayak");
  patal_letter_add_text (letter, hi ? "ग्राम पंचायत कल्याणपुर (रामचरणपुर)" : "Gram panchayat Kalyanpur");
  return letter;
}

/* (transfer full): @n cards, with each name in its turn. */
static inline PatalLetterLayout *
card_sheets (PatalLang lang, guint n)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_letter_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cards, name_card (lang, letter_names[lang][i % 4]));
  return patal_letter_layout_cards ((const PatalLetter *const *) cards->pdata, n);
}
